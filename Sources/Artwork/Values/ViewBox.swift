import BlueHeartGeometry

/// The alignment of a picture in a rectangle of another proportion.
struct AspectRatio: Hashable, Sendable {
    /// Share of the free space before the picture: 0 none, 0.5 half, 1 all; nil stretches.
    var alignment: Point?
    var fitting = Fitting.meet

    enum Fitting: Hashable, Sendable { case meet, slice }

    static let middle = AspectRatio(alignment: Point(x: 0.5, y: 0.5))

    init(alignment: Point?, fitting: Fitting = .meet) {
        self.alignment = alignment
        self.fitting = fitting
    }

    /// The value of `preserveAspectRatio`; centred if the text is invalid.
    init(_ text: String?) {
        self = .middle
        var words = (text ?? "").words
        if words.first == "defer" { words.removeFirst() }
        guard let first = words.first else { return }
        if first == "none" {
            alignment = nil
            return
        }
        guard let alignment = AspectRatio.alignments[first] else { return }
        self.alignment = alignment
        if words.count > 1, words[1] == "slice" { fitting = .slice }
    }

    private static let alignments: [String: Point] = {
        var result: [String: Point] = [:]
        for (xName, x) in [("xMin", 0.0), ("xMid", 0.5), ("xMax", 1.0)] {
            for (yName, y) in [("YMin", 0.0), ("YMid", 0.5), ("YMax", 1.0)] {
                result[xName + yName] = Point(x: x, y: y)
            }
        }
        return result
    }()

    /// The map from `box` to `target`; nil if one of them has no area.
    func map(from box: Rect, to target: Rect) -> Transform? {
        guard box.width > 0, box.height > 0, target.width > 0, target.height > 0 else { return nil }
        var scaleX = target.width / box.width
        var scaleY = target.height / box.height
        if alignment != nil {
            let common = fitting == .meet ? min(scaleX, scaleY) : max(scaleX, scaleY)
            (scaleX, scaleY) = (common, common)
        }
        let place = alignment ?? .zero
        let x = target.minX + (target.width - box.width * scaleX) * place.x
        let y = target.minY + (target.height - box.height * scaleY) * place.y
        return Transform.translation(Point(x: -box.minX, y: -box.minY))
            .then(.scale(x: scaleX, y: scaleY)).then(.translation(Point(x: x, y: y)))
    }
}

extension Rect {
    /// The value of `viewBox`; nil if it is invalid or has no area.
    init?(viewBox text: String?) {
        guard let text else { return nil }
        var cursor = TextCursor(text)
        guard let values = cursor.numbers(), values.count == 4, values[2] > 0, values[3] > 0,
            values.allSatisfy({ abs($0) < 1e9 })
        else { return nil }
        self.init(x: values[0], y: values[1], width: values[2], height: values[3])
    }
}
