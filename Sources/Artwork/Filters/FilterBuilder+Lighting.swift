import BlueHeartDrawing
import BlueHeartGeometry

extension FilterBuilder {
    func convolution(_ index: Int) -> FilterOperation {
        let nothing = FilterOperation.flood(.clear)
        var orderCursor = TextCursor(element(index)["order"] ?? "3")
        guard let order = orderCursor.numbers(), let first = order.first, order.count <= 2,
            let columns = Int(exactly: first), let rows = Int(exactly: order.last ?? first),
            columns > 0, rows > 0, columns * rows <= 1_024
        else { return nothing }
        var cursor = TextCursor(element(index)["kernelMatrix"] ?? "")
        guard let kernel = cursor.numbers(), kernel.count == columns * rows else { return nothing }
        let sum = kernel.reduce(0, +)
        // Factors that cancel out may leave a rounding.
        let divisor = number(index, "divisor", abs(sum) < 1e-6 ? 1 : sum)
        guard divisor != 0 else { return nothing }
        let targetX = number(index, "targetX", (Double(columns) / 2).rounded(.down))
        let targetY = number(index, "targetY", (Double(rows) / 2).rounded(.down))
        guard let x = Int(exactly: targetX), let y = Int(exactly: targetY),
            (0..<columns).contains(x), (0..<rows).contains(y)
        else { return nothing }
        let edge: Convolution.Edge =
            switch element(index)["edgeMode"] {
            case "wrap": .wrap
            case "none": .none
            default: .duplicate
            }
        return .convolve(
            Convolution(
                columns: columns, rows: rows, kernel: kernel, divisor: divisor,
                bias: number(index, "bias", 0), targetX: x, targetY: y, edge: edge,
                keepsAlpha: element(index)["preserveAlpha"] == "true"))
    }

    func lighting(_ index: Int, _ style: Style) -> FilterOperation {
        let lights = ["feDistantLight", "fePointLight", "feSpotLight"]
        guard
            let light = composer.tree.elements(in: index).first(where: {
                lights.contains(element($0).name)
            })
        else { return .flood(.clear) }
        let reflection: Lighting.Reflection
        if element(index).name == "feDiffuseLighting" {
            let constant = number(index, "diffuseConstant", 1)
            reflection = .diffuse(constant: max(constant, 0))
        } else {
            let constant = number(index, "specularConstant", 1)
            let exponent = number(index, "specularExponent", 1)
            guard (1...128).contains(exponent) else { return .flood(.clear) }
            reflection = .specular(constant: max(constant, 0), exponent: exponent)
        }
        let color = style.own.lightingColor.resolved(style.color)
        return .light(
            Lighting(
                source: source(light), reflection: reflection,
                color: Color(red: color.red, green: color.green, blue: color.blue),
                surfaceScale: number(index, "surfaceScale", 1)))
    }

    private func source(_ index: Int) -> Lighting.Source {
        switch element(index).name {
        case "feDistantLight":
            let azimuth = Angle(degrees: number(index, "azimuth", 0))
            let elevation = Angle(degrees: number(index, "elevation", 0))
            return .distant(
                x: azimuth.cosine * elevation.cosine, y: azimuth.sine * elevation.cosine,
                z: elevation.sine)
        case "fePointLight": return .point(light(index, "x", "y", "z"))
        default:
            let cone =
                element(index)["limitingConeAngle"] == nil
                ? nil : Angle(degrees: abs(number(index, "limitingConeAngle", 0))).cosine
            var exponent = number(index, "specularExponent", 1)
            if exponent <= 0 { exponent = 1 }
            return .spot(
                light(index, "x", "y", "z"),
                target: light(index, "pointsAtX", "pointsAtY", "pointsAtZ"), exponent: exponent,
                coneCosine: cone)
        }
    }

    private func light(_ index: Int, _ x: String, _ y: String, _ z: String) -> Lighting.Light {
        var point = Point(x: number(index, x, 0), y: number(index, y, 0))
        var height = number(index, z, 0)
        if isBox, let bounds = place.bounds {
            point = Point(
                x: bounds.left + point.x * bounds.width, y: bounds.top + point.y * bounds.height)
            height *= ((bounds.width * bounds.width + bounds.height * bounds.height) / 2)
                .squareRoot()
        }
        let shown = place.map(point)
        return Lighting.Light(x: shown.x, y: shown.y, z: height * place.map.meanScale)
    }

    /// A picture or an element of the document, drawn for the step.
    func picture(_ index: Int) throws(ArtworkError) -> FilterOperation {
        let nothing = FilterOperation.flood(.clear)
        guard let address = composer.href(index)?.trimmed else { return nothing }
        let frame = subregion(of: index)
        var inner = context
        inner.map = place.map
        inner.nesting += 1
        inner.style.own = OwnStyle()
        guard address.utf8.first == UInt8(ascii: "#") else {
            return .picture(try composer.filterImage(index, frame, inner))
        }
        guard let target = composer.hrefTarget(index), !composer.active.contains(target),
            ElementKind(composer.element(target).name) != nil
        else { return nothing }
        composer.active.insert(target)
        defer { composer.active.remove(target) }
        inner.map = Transform.translation(frame.origin).then(place.map)
        inner.style = composer.inheritedStyle(target, inner)
        return .picture(try composer.compose(target, inner).commands)
    }
}
