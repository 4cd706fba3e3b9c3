import Diagnostics
import Geometry
import JSON
import Languages
import Scenes

extension Scope {
    /// What a node asks of its place.
    func box(_ object: inout ObjectReader) -> Box {
        var box = Box()
        box.width = size("width", &object)
        box.height = size("height", &object)
        box.minWidth = size("minWidth", &object)
        box.maxWidth = size("maxWidth", &object)
        box.minHeight = size("minHeight", &object)
        box.maxHeight = size("maxHeight", &object)
        box.aspectRatio = object.optionalNumber("aspectRatio", in: 0.001...1_000)
        box.grow = object.number("grow", in: 0...1e6, default: 0)
        box.shrink = object.number("shrink", in: 0...1e6, default: 1)
        box.align = object.optionalChoice("alignSelf", of: Frame.Alignment.self)
        box.margin =
            object.optional("margin") { node, path throws(CardError) in
                try sides(node, at: path, range: -1e6...1e6, safe: .refused)
            } ?? .zero
        box.position = position(&object)
        return box
    }

    private func size(_ name: String, _ object: inout ObjectReader) -> Length? {
        object.optional(name) { node, path throws(CardError) in
            try length(node, at: path, .size)
        }
    }
}

// MARK: - Position

private enum PositionKind: String, CaseIterable { case flow, absolute }

extension Scope {
    private func position(_ object: inout ObjectReader) -> Box.Position {
        let kind = object.optionalChoice("position", of: PositionKind.self)
        let (startSide, endSide) = horizontalSides
        let top = distance("top", .top, &object)
        let end = distance("end", endSide, &object)
        let bottom = distance("bottom", .bottom, &object)
        let start = distance("start", startSide, &object)
        guard kind == .absolute else {
            noteIdleDistances(&object)
            return .flow
        }
        let (left, right) = startSide == .left ? (start, end) : (end, start)
        return .absolute(top: top, right: right, bottom: bottom, left: left)
    }

    /// The sides that start and end stand for.
    var horizontalSides: (start: LengthUse.Side, end: LengthUse.Side) {
        direction == .leftToRight ? (.left, .right) : (.right, .left)
    }

    private func distance(
        _ name: String, _ side: LengthUse.Side, _ object: inout ObjectReader
    ) -> Length? {
        object.optional(name) { node, path throws(CardError) in
            let use = LengthUse(percentage: .allowed, side: side, range: -1e6...1e6)
            return try length(node, at: path, use)
        }
    }

    /// In a style the position may come from another style or from the node.
    private func noteIdleDistances(_ object: inout ObjectReader) {
        guard object.node["type"] != nil else { return }
        for name in ["top", "end", "bottom", "start"] where object.node[name] != nil {
            object.note(
                "idle-field", "\(quoted(name)) does nothing for a node in the flow", at: name,
                hint: "add \"position\": \"absolute\", or use margin")
        }
    }
}

// MARK: - Sides

extension Scope {
    enum SafeSides { case allowed, refused }

    /// One length for all sides, or an object of sides.
    func sides(
        _ node: JSONNode, at path: JSONPath, range: ClosedRange<Double>, safe: SafeSides
    ) throws(CardError) -> Insets {
        func use(_ side: LengthUse.Side) -> LengthUse {
            LengthUse(
                percentage: .refused, side: safe == .allowed ? side : nil, range: range)
        }
        guard case .object = node.value else {
            return Insets(
                top: try px(node, at: path, use(.top)), right: try px(node, at: path, use(.right)),
                bottom: try px(node, at: path, use(.bottom)),
                left: try px(node, at: path, use(.left)))
        }
        var object = ObjectReader(node, at: path)
        func read(_ name: String, _ side: LengthUse.Side) -> Double? {
            object.optional(name) { node, path throws(CardError) in
                try px(node, at: path, use(side))
            }
        }
        let (startSide, endSide) = horizontalSides
        let horizontal = (read("horizontal", startSide), read("horizontal", endSide))
        let vertical = (read("vertical", .top), read("vertical", .bottom))
        let start = read("start", startSide) ?? horizontal.0 ?? 0
        let end = read("end", endSide) ?? horizontal.1 ?? 0
        let top = read("top", .top) ?? vertical.0 ?? 0
        let bottom = read("bottom", .bottom) ?? vertical.1 ?? 0
        try object.finish()
        let isMirrored = startSide == .right
        return Insets(
            top: top, right: isMirrored ? start : end, bottom: bottom,
            left: isMirrored ? end : start)
    }

    /// One radius for all corners, or an object of corners.
    func corners(_ object: inout ObjectReader) -> Corners? {
        let smoothing = object.number("cornerSmoothing", in: 0...1, default: 0)
        var corners = object.optional("corner") { node, path throws(CardError) in
            guard case .object = node.value else {
                return Corners(all: try length(node, at: path, .size))
            }
            return try self.corners(node, at: path)
        }
        corners?.smoothing = smoothing
        return corners
    }

    private func corners(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Corners {
        var object = ObjectReader(node, at: path)
        let topStart = size("topStart", &object) ?? .px(0)
        let topEnd = size("topEnd", &object) ?? .px(0)
        let bottomEnd = size("bottomEnd", &object) ?? .px(0)
        let bottomStart = size("bottomStart", &object) ?? .px(0)
        try object.finish()
        guard direction == .rightToLeft else {
            return Corners(
                topLeft: topStart, topRight: topEnd, bottomRight: bottomEnd,
                bottomLeft: bottomStart)
        }
        return Corners(
            topLeft: topEnd, topRight: topStart, bottomRight: bottomStart, bottomLeft: bottomEnd)
    }
}
