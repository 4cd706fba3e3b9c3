import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// Maximum length of a chain of paint servers that refer to one another.
    private static let longestChain = 32

    /// An element and those it refers to by `href`, as long as they are of one of `names`.
    func chain(_ index: Int, _ names: [String]) -> [Int] {
        var result = [index]
        while result.count < Self.longestChain, let next = hrefTarget(result[result.count - 1]),
            names.contains(element(next).name), !result.contains(next)
        {
            result.append(next)
        }
        return result
    }

    /// The attribute of the nearest element of a chain that has it.
    func attribute(_ name: String, _ chain: [Int]) -> String? {
        chain.lazy.compactMap { self.element($0)[name] }.first
    }

    func gradient(
        _ index: Int, opacity: Double, _ bounds: Bounds, _ context: Context
    ) -> Paint? {
        let chain = chain(index, ["linearGradient", "radialGradient"])
        let stops = stops(chain, opacity: opacity, context)
        guard let last = stops.last else { return nil }
        guard stops.count > 1 else { return solidStop(last) }
        let isBox = attribute("gradientUnits", chain) != "userSpaceOnUse"
        var map = Transform.identity
        if let text = attribute("gradientTransform", chain) {
            var cursor = TextCursor(text)
            let own = cursor.transform() ?? .identity
            var style = Style.computed(document.cascade.values[index], inside: Style())
            style.own.transform = own.isUsable ? own : .identity
            let box = isBox ? Size(width: 1, height: 1) : context.viewport
            map = transform(of: style, box: nil, viewport: box)
        }
        if isBox {
            guard let unit = bounds.unitMap else { return nil }
            map = map.then(unit)
        }
        guard
            let geometry = geometry(
                index, chain, isBox ? unitLengths : context.lengths(context.style), isBox, map)
        else { return solidStop(last) }
        let style = Style.computed(document.cascade.values[index], inside: context.style)
        let spread = attribute("spreadMethod", chain).flatMap(Gradient.Spread.init(rawValue:))
        return .gradient(
            Gradient(
                geometry, stops: stops,
                interpolation: style.interpolation == .linear ? .linear : .srgb,
                spread: spread ?? .pad, mixing: .straight))
    }

    private func solidStop(_ stop: Gradient.Stop) -> Paint? {
        stop.color.alpha > 0 ? .solid(stop.color) : nil
    }

    private var unitLengths: LengthContext {
        LengthContext(em: 16, viewportWidth: 1, viewportHeight: 1)
    }

    /// The geometry of a gradient; nil if the last colour fills everything.
    private func geometry(
        _ index: Int, _ chain: [Int], _ lengths: LengthContext, _ isBox: Bool, _ map: Transform
    ) -> Gradient.Geometry? {
        let name = element(index).name
        let alike = chain.filter { element($0).name == name }
        func value(_ name: String, _ axis: LengthContext.Axis, _ standard: Double) -> Double {
            let length = attribute(name, alike).flatMap { Length($0) } ?? .percent(standard)
            // A percentage of the diagonal of the unit square is itself.
            return lengths.resolve(length, axis)
        }
        if name == "linearGradient" {
            let from = Point(x: value("x1", .x, 0), y: value("y1", .y, 0))
            let to = Point(x: value("x2", .x, 100), y: value("y2", .y, 0))
            guard from != to else { return nil }
            return linearGeometry(from: from, to: to, map: map)
        }
        let center = Point(x: value("cx", .x, 50), y: value("cy", .y, 50))
        let radius = value("r", .diagonal, 50)
        guard radius > 0 else { return nil }
        let focus = Point(
            x: attribute("fx", alike) == nil ? center.x : value("fx", .x, 50),
            y: attribute("fy", alike) == nil ? center.y : value("fy", .y, 50))
        return .circles(
            CirclePair(
                focus: focus, focusRadius: max(0, value("fr", .diagonal, 0)), center: center,
                radius: radius, transform: map))
    }

    private func stops(
        _ chain: [Int], opacity: Double, _ context: Context
    ) -> [Gradient.Stop] {
        for index in chain {
            let own = tree.elements(in: index).filter { element($0).name == "stop" }
            guard !own.isEmpty else { continue }
            var around = inheritedStyle(index, context)
            around = Style.computed(document.cascade.values[index], inside: around)
            return own.map { stop($0, opacity: opacity, inside: around) }
        }
        return []
    }

    /// The style that an element has from its ancestors in the document.
    func inheritedStyle(_ index: Int, _ context: Context) -> Style {
        var ancestors: [Int] = []
        var place = element(index).parent
        while let found = place {
            ancestors.append(found)
            place = element(found).parent
        }
        return ancestors.reversed().reduce(Style()) {
            Style.computed(document.cascade.values[$1], inside: $0)
        }
    }

    private func stop(_ index: Int, opacity: Double, inside parent: Style) -> Gradient.Stop {
        let style = Style.computed(document.cascade.values[index], inside: parent)
        let color = style.own.stopColor.resolved(style.color)
        let offset = element(index)["offset"].flatMap(BlueHeartArtwork.opacity) ?? 0
        return Gradient.Stop(
            offset: offset, color: color.fading(by: style.own.stopOpacity * opacity))
    }
}
