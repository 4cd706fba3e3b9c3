import BlueHeartGeometry

extension FilterGraph {
    /// The same filter seen through a map; lengths follow its scales along both axes.
    func mapped(by map: Transform) -> FilterGraph {
        let x = Point(x: map.a, y: map.b).length
        let y = Point(x: map.c, y: map.d).length
        return FilterGraph(
            region: map.bounds(of: region), steps: steps.map { $0.mapped(by: map, x: x, y: y) },
            scale: Point(x: scale.x * x, y: scale.y * y))
    }
}

extension FilterStep {
    fileprivate func mapped(by map: Transform, x: Double, y: Double) -> FilterStep {
        var step = self
        step.region = map.bounds(of: region)
        switch operation {
        case .blur(let sigmaX, let sigmaY):
            step.operation = .blur(x: sigmaX * x, y: sigmaY * y)
        case .offset(let shift):
            step.operation = .offset(Point(x: shift.x * x, y: shift.y * y))
        case .dropShadow(let color, let shift, let sigmaX, let sigmaY):
            step.operation = .dropShadow(
                color: color, offset: Point(x: shift.x * x, y: shift.y * y), x: sigmaX * x,
                y: sigmaY * y)
        case .morphology(let kind, let radiusX, let radiusY):
            step.operation = .morphology(kind, x: radiusX * x, y: radiusY * y)
        case .turbulence(var turbulence):
            turbulence.map = (map.inverse ?? .identity).then(turbulence.map)
            step.operation = .turbulence(turbulence)
        case .displace(let scale, let xChannel, let yChannel):
            step.operation = .displace(
                scale: scale * map.meanScale, x: xChannel, y: yChannel)
        case .tile(let tile): step.operation = .tile(map.bounds(of: tile))
        case .picture(let commands): step.operation = .picture(commands.map { $0.mapped(by: map) })
        case .flood, .merge, .blend, .composite, .colorMatrix, .transfer, .convolve, .light: break
        }
        return step
    }
}
