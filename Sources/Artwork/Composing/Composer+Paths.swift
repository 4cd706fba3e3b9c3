import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The outline of a shape in its user space; empty where it has none.
    func path(of index: Int, _ context: Context) -> Path {
        let lengths = context.lengths(context.style)
        func x(_ name: String) -> Double { length(index, name, .x, lengths) ?? 0 }
        func y(_ name: String) -> Double { length(index, name, .y, lengths) ?? 0 }
        switch element(index).name {
        case "rect": return rect(index, lengths)
        case "circle":
            let radius = length(index, "r", .diagonal, lengths) ?? 0
            return ellipse(Point(x: x("cx"), y: y("cy")), radius, radius)
        case "ellipse":
            let rx = radius(index, "rx", .x, lengths)
            let ry = radius(index, "ry", .y, lengths)
            return ellipse(Point(x: x("cx"), y: y("cy")), rx ?? ry ?? 0, ry ?? rx ?? 0)
        case "line":
            return .line(from: Point(x: x("x1"), y: y("y1")), to: Point(x: x("x2"), y: y("y2")))
        case "polyline", "polygon": return polyline(index)
        default: return pathData(index)
        }
    }

    /// A corner radius; nil for `auto`, a negative radius or none.
    private func radius(
        _ index: Int, _ name: String, _ axis: LengthContext.Axis, _ lengths: LengthContext
    ) -> Double? {
        length(index, name, axis, lengths).flatMap { $0 >= 0 ? $0 : nil }
    }

    private func ellipse(_ center: Point, _ rx: Double, _ ry: Double) -> Path {
        guard rx > 0, ry > 0 else { return Path() }
        return .ellipse(
            in: Rect(x: center.x - rx, y: center.y - ry, width: 2 * rx, height: 2 * ry))
    }

    private func rect(_ index: Int, _ lengths: LengthContext) -> Path {
        let width = length(index, "width", .x, lengths) ?? 0
        let height = length(index, "height", .y, lengths) ?? 0
        guard width > 0, height > 0 else { return Path() }
        let rect = Rect(
            x: length(index, "x", .x, lengths) ?? 0, y: length(index, "y", .y, lengths) ?? 0,
            width: width, height: height)
        let given = (radius(index, "rx", .x, lengths), radius(index, "ry", .y, lengths))
        let rx = min(given.0 ?? given.1 ?? 0, width / 2)
        let ry = min(given.1 ?? given.0 ?? 0, height / 2)
        guard rx > 0, ry > 0 else { return .rect(rect) }
        // Round corners where both radii are equal, seen through a stretch.
        let stretch = rx / ry
        let tall = Rect(
            x: rect.minX, y: rect.minY * stretch, width: width, height: height * stretch)
        let path = Path.roundedRect(tall, radii: CornerRadii(all: rx))
        return path.applying(.scale(x: 1, y: 1 / stretch))
    }

    private func polyline(_ index: Int) -> Path {
        var cursor = TextCursor(element(index)["points"] ?? "")
        var points: [Point] = []
        cursor.skipBlanks()
        while let x = cursor.number() {
            cursor.skipSeparator()
            guard let y = cursor.number() else { break }
            cursor.skipSeparator()
            points.append(Point(x: x, y: y))
        }
        guard points.count >= 2 else { return Path() }
        var path = Path.polygon(points)
        if element(index).name == "polyline" {
            path = Path()
            path.move(to: points[0])
            for point in points.dropFirst() { path.line(to: point) }
        }
        return path
    }

    private func pathData(_ index: Int) -> Path {
        guard let text = document.cascade.values[index]["d"] ?? element(index)["d"] else {
            return Path()
        }
        let (path, fault) = PathData.readPrefix(text)
        if let fault {
            report(
                index, "the path data are drawn up to a fault: \(fault)",
                cure: "export the path anew")
        }
        return path.verbs.count > 1 ? path : Path()
    }
}
