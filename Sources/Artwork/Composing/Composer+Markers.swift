import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The markers of a shape, each at its corners.
    func markers(_ shape: Shape, _ context: Context) throws(ArtworkError) -> [DrawCommand] {
        let style = context.style
        guard style.markerStart != nil || style.markerMid != nil || style.markerEnd != nil
        else { return [] }
        let corners = MarkerCorner.corners(of: shape.path)
        var commands: [DrawCommand] = []
        for (place, corner) in corners.enumerated() {
            let isFirst = place == 0
            if isFirst, let marker = style.markerStart {
                commands += try self.marker(marker, corner, .start, shape, context)
            }
            if !isFirst, place < corners.count - 1, let marker = style.markerMid {
                commands += try self.marker(marker, corner, .middle, shape, context)
            }
            if place == corners.count - 1, let marker = style.markerEnd {
                commands += try self.marker(marker, corner, .end, shape, context)
            }
        }
        return commands
    }

    private enum End { case start, middle, end }

    private func marker(
        _ reference: Reference, _ corner: MarkerCorner, _ end: End, _ shape: Shape,
        _ context: Context
    ) throws(ArtworkError) -> [DrawCommand] {
        guard let index = target(of: reference), element(index).name == "marker",
            !active.contains(index)
        else { return [] }
        // A marker is not drawn on shapes inside of markers of the same kind.
        active.insert(index)
        defer { active.remove(index) }
        try checkNesting(context, index)
        try count(index)
        let around = inheritedStyle(index, context)
        let style = Style.computed(document.cascade.values[index], inside: around)
        guard style.own.isDisplayed else { return [] }
        let lengths = context.lengths(style)
        let width = length(index, "markerWidth", .x, lengths) ?? 3
        let height = length(index, "markerHeight", .y, lengths) ?? 3
        guard width > 0, height > 0 else { return [] }
        var place = Transform.identity
        if element(index)["markerUnits"] != "userSpaceOnUse" {
            let line = lengths.resolve(context.style.strokeWidth, .diagonal)
            guard line > 0 else { return [] }
            place = .scale(x: line, y: line)
        }
        place = place.then(rotation(index, corner, end)).then(.translation(corner.place))
        return try markerContent(
            index, style, MarkerPlace(map: place, size: Size(width: width, height: height)), shape,
            context)
    }

    private struct MarkerPlace {
        /// The map from the space of the marker's size to the shape's user space.
        var map: Transform
        var size: Size
    }

    private func markerContent(
        _ index: Int, _ style: Style, _ place: MarkerPlace, _ shape: Shape, _ context: Context
    ) throws(ArtworkError) -> [DrawCommand] {
        var content = Transform.identity
        var viewport = place.size
        let target = Rect(x: 0, y: 0, width: place.size.width, height: place.size.height)
        var clip = target
        if let text = element(index)["viewBox"] {
            guard let box = Rect(viewBox: text) else { return [] }
            let ratio = AspectRatio(element(index)["preserveAspectRatio"])
            content = ratio.map(from: box, to: target) ?? .identity
            viewport = box.size
            clip = content.inverse?.bounds(of: target) ?? box
        }
        let hasBox = element(index)["viewBox"] != nil
        let inside = LengthContext(
            em: style.fontSize, viewportWidth: hasBox ? viewport.width : context.viewport.width,
            viewportHeight: hasBox ? viewport.height : context.viewport.height)
        let anchor = content(
            Point(
                x: length(index, "refX", .x, inside) ?? 0, y: length(index, "refY", .y, inside) ?? 0
            ))
        let map = content.then(.translation(Point.zero - anchor)).then(place.map)
            .then(context.map)
        guard map.isUsable else { return [] }
        var inner = context
        inner.style = style
        inner.map = map
        inner.viewport = viewport
        inner.nesting += 1
        inner.contextPaint = ContextPaint(
            style: context.style, bounds: shape.bounds, map: context.map,
            viewport: context.viewport, outer: context.contextPaint)
        var drawn = try composeChildren(of: index, inner)
        if style.own.clipsOverflow ?? true {
            drawn.commands = clipped(drawn.commands, to: clip, map)
        }
        return try finish(drawn, index, style, map: map).commands
    }

    private func rotation(_ index: Int, _ corner: MarkerCorner, _ end: End) -> Transform {
        let text = element(index)["orient"]?.trimmed ?? "0"
        if text == "auto" { return corner.turn }
        if text == "auto-start-reverse" {
            return end == .start ? corner.turn.then(.scale(x: -1, y: -1)) : corner.turn
        }
        var cursor = TextCursor(text)
        guard let angle = cursor.angle() else { return .identity }
        return .rotation(Angle(degrees: angle))
    }
}

/// A corner of a path with the direction of the line there.
struct MarkerCorner {
    var place: Point
    /// Unit vector; the mean of the incoming and outgoing directions.
    var direction: Point

    var turn: Transform {
        Transform(
            a: direction.x, b: direction.y, c: -direction.y, d: direction.x, tx: 0, ty: 0)
    }

    /// The corners of all contours, in order.
    ///
    /// Source: W3C, Scalable Vector Graphics (SVG) 2, section 13.7.4.
    static func corners(of path: Path) -> [MarkerCorner] {
        var result: [MarkerCorner] = []
        for contour in path.contours {
            var segments = contour.segments
            if contour.isClosed {
                segments.append(.line(contour.end, contour.start))
            }
            let ways = segments.map { (into: $0.startWay, out: $0.endWay) }
            guard !segments.isEmpty else {
                result.append(MarkerCorner(place: contour.start, direction: Point(x: 1, y: 0)))
                continue
            }
            let before = contour.isClosed ? ways[ways.count - 1].out : nil
            result.append(
                MarkerCorner(place: contour.start, direction: mean(before, ways[0].into)))
            for index in segments.indices {
                var next = index + 1 < ways.count ? ways[index + 1].into : nil
                if contour.isClosed, index == segments.count - 1 { next = ways[0].into }
                result.append(
                    MarkerCorner(
                        place: segments[index].end, direction: mean(ways[index].out, next)))
            }
        }
        return result
    }

    private static func mean(_ one: Point?, _ other: Point?) -> Point {
        guard let first = one ?? other else { return Point(x: 1, y: 0) }
        guard let one, let other else { return first }
        let sum = one + other
        if sum.length > 1e-6 { return sum * (1 / sum.length) }
        // A line that turns back: the perpendicular that points down or right.
        let lower = one.y > 0 || (one.y == 0 && one.x > 0) ? one : other
        return Point(x: -lower.y, y: lower.x)
    }
}

extension PathSegment {
    private var controls: [Point] {
        switch self {
        case .line(let start, let end): [start, end]
        case .quad(let curve): [curve.p0, curve.p1, curve.p2]
        case .cubic(let curve): [curve.p0, curve.p1, curve.p2, curve.p3]
        }
    }

    /// Unit vector at the start; nil for a segment without length.
    fileprivate var startWay: Point? { way(controls) }

    fileprivate var endWay: Point? { way(controls.reversed()).map { $0 * -1 } }

    private func way(_ points: [Point]) -> Point? {
        for point in points.dropFirst() {
            let way = point - points[0]
            if way.length > 1e-9 { return way * (1 / way.length) }
        }
        return nil
    }
}
