import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The paint of a pattern; nil if it paints nothing.
    func pattern(
        _ index: Int, opacity: Double, _ bounds: Bounds, _ context: Context
    ) throws(ArtworkError) -> Paint? {
        guard !active.contains(index) else { return nil }
        let chain = chain(index, ["pattern"])
        let isBox = attribute("patternUnits", chain) != "userSpaceOnUse"
        guard let cell = cell(chain, isBox, bounds, context) else { return nil }
        guard let source = chain.first(where: { !tree.elements(in: $0).isEmpty }) else {
            return nil
        }
        var map = Transform.identity
        if let text = attribute("patternTransform", chain) {
            var cursor = TextCursor(text)
            let own = cursor.transform() ?? .identity
            var style = Style.computed(document.cascade.values[index], inside: Style())
            style.own.transform = own.isUsable ? own : .identity
            map = transform(of: style, box: nil, viewport: context.viewport)
        }
        // The content's origin is the corner of the cell.
        var content = Transform.identity
        var viewport = context.viewport
        if let box = Rect(viewBox: attribute("viewBox", chain)) {
            let ratio = AspectRatio(attribute("preserveAspectRatio", chain))
            let whole = Rect(x: 0, y: 0, width: cell.width, height: cell.height)
            content = ratio.map(from: box, to: whole) ?? content
            viewport = box.size
        } else if attribute("patternContentUnits", chain) == "objectBoundingBox" {
            guard bounds.unitMap != nil else { return nil }
            content = .scale(x: bounds.width, y: bounds.height)
            viewport = Size(width: 1, height: 1)
        }
        let toUser = Transform.translation(Point(x: cell.minX, y: cell.minY)).then(map)
        var inner = Context(
            map: content, viewport: viewport,
            style: Style.computed(
                document.cascade.values[source], inside: inheritedStyle(source, context)))
        inner.nesting = context.nesting + 1
        inner.style.own = OwnStyle()
        let commands = try cellCommands(
            source, inner, shown: toUser.then(context.map), cell, opacity: opacity)
        guard !commands.isEmpty else { return nil }
        return .pattern(Pattern(commands: commands, cell: cell.size, transform: toUser))
    }

    private func cell(
        _ chain: [Int], _ isBox: Bool, _ bounds: Bounds, _ context: Context
    ) -> Rect? {
        let lengths =
            isBox
            ? LengthContext(em: 16, viewportWidth: 1, viewportHeight: 1)
            : context.lengths(context.style)
        func value(_ name: String, _ axis: LengthContext.Axis) -> Double {
            attribute(name, chain).flatMap { Length($0) }.map { lengths.resolve($0, axis) } ?? 0
        }
        var cell = Rect(
            x: value("x", .x), y: value("y", .y), width: value("width", .x),
            height: value("height", .y))
        guard cell.width > 0, cell.height > 0 else { return nil }
        if isBox {
            guard let unit = bounds.unitMap else { return nil }
            cell = unit.bounds(of: cell)
        }
        return cell
    }

    /// The commands of one cell in its own space, cut to it.
    private func cellCommands(
        _ source: Int, _ context: Context, shown: Transform, _ cell: Rect, opacity: Double
    ) throws(ArtworkError) -> [DrawCommand] {
        active.insert(source)
        defer { active.remove(source) }
        try checkNesting(context, source)
        let across = Point(x: shown.a, y: shown.b).length * cell.width
        let down = Point(x: shown.c, y: shown.d).length * cell.height
        try spend(min(across, 4096) * min(down, 4096) * 4, source)
        // Filters and pictures inside are made for the size they are shown at.
        let scale = Transform.scale(
            x: max(across, 1e-3) / cell.width, y: max(down, 1e-3) / cell.height)
        var scaled = context
        scaled.map = context.map.then(scale)
        var commands = try composeChildren(of: source, scaled).commands
        if let back = scale.inverse { commands = commands.map { $0.mapped(by: back) } }
        if opacity < 1 { commands = [.layer(Layer(commands, opacity: opacity))] }
        return commands
    }
}
