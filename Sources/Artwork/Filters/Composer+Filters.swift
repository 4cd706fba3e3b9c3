import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Composer {
    /// Filtered content of an element; a reference to a missing filter hides it.
    func filtered(
        _ commands: [DrawCommand], _ place: GroupPlace
    ) throws(ArtworkError) -> [DrawCommand] {
        guard !place.style.own.filter.contains(.damaged) else { return commands }
        guard place.map.isScaleAndTranslation else { return try filteredUpright(commands, place) }
        return try filtered(commands, place, area: area)
    }

    /// A filter works along the axes of its element: it is run there, and its result is turned.
    private func filteredUpright(
        _ commands: [DrawCommand], _ place: GroupPlace
    ) throws(ArtworkError) -> [DrawCommand] {
        let map = place.map
        let upright = Transform.scale(
            x: Point(x: map.a, y: map.b).length, y: Point(x: map.c, y: map.d).length)
        guard let back = map.inverse?.then(upright), let turn = back.inverse else { return [] }
        var place = place
        place.map = upright
        let shown = back.bounds(of: area)
        var steps = try filtered(commands.map { $0.mapped(by: back) }, place, area: shown)
        guard case .layer(let layer)? = steps.first else {
            return steps.map { $0.mapped(by: turn) }
        }
        let regions = layer.effects.compactMap { effect -> Rect? in
            guard case .filter(let graph) = effect else { return nil }
            return graph.region
        }
        guard let first = regions.first else { return commands }
        // A pixel more on each side, so that the cell's sides are empty.
        let whole = PixelRect(touching: regions.dropFirst().reduce(first) { $0.union($1) })
            .expanded(by: 1).rect
        guard !whole.isEmpty else { return [] }
        let toCell = Transform.translation(Point.zero - whole.origin)
        steps = steps.map { $0.mapped(by: toCell) }
        let pattern = Pattern(
            commands: steps, cell: whole.size, transform: .translation(whole.origin))
        return [.fill(PathFill(.rect(whole), paint: .pattern(pattern), transform: turn))]
    }

    private func filtered(
        _ commands: [DrawCommand], _ place: GroupPlace, area: Rect
    ) throws(ArtworkError) -> [DrawCommand] {
        var effects: [Effect] = []
        for value in place.style.own.filter {
            switch value {
            case .damaged: break
            case .reference(let reference):
                guard let index = target(of: reference), element(index).name == "filter",
                    let graph = try graph(index, place, area)
                else { return [] }
                effects.append(.filter(graph))
            case .function(let name, let arguments):
                guard let step = FilterFunction(name, arguments, place.style) else {
                    return commands
                }
                let graph = graph(step, place, area)
                try spend(graph.region.width * graph.region.height * 40, place.index)
                effects.append(.filter(graph))
            }
        }
        return [.layer(Layer(commands, effects: effects))]
    }

    private func graph(
        _ function: FilterFunction, _ place: GroupPlace, _ area: Rect
    ) -> FilterGraph {
        let scale = Point(
            x: Point(x: place.map.a, y: place.map.b).length,
            y: Point(x: place.map.c, y: place.map.d).length)
        let (operation, reach) = function.operation(scale: scale, map: place.map)
        let margin = min(reach, 2_000)
        let region = Rect(
            minX: area.minX - margin, minY: area.minY - margin, maxX: area.maxX + margin,
            maxY: area.maxY + margin)
        return FilterGraph(
            region: region,
            steps: [FilterStep(operation, inputs: [.source], region: region, space: .srgb)],
            scale: scale)
    }

    /// The steps of a `filter` element; nil where it has no region.
    private func graph(
        _ index: Int, _ place: GroupPlace, _ area: Rect
    ) throws(ArtworkError) -> FilterGraph? {
        guard !active.contains(index) else { return nil }
        active.insert(index)
        defer { active.remove(index) }
        var context = Context(map: place.map, viewport: rootViewport, style: place.style)
        try checkNesting(context, index)
        let source = chain(index, ["filter"]).first { !tree.elements(in: $0).isEmpty } ?? index
        context.style = Style.computed(
            document.cascade.values[source], inside: inheritedStyle(source, context))
        guard let region = region(index, "filterUnits", place.bounds, context) else { return nil }
        var builder = FilterBuilder(
            composer: self, place: place, context: context, region: region, area: area)
        builder.isBox = element(index)["primitiveUnits"] == "objectBoundingBox"
        guard !builder.isBox || place.bounds?.unitMap != nil else { return nil }
        for child in tree.elements(in: source) where !builder.isFull {
            try builder.append(child)
        }
        return builder.graph
    }
}
