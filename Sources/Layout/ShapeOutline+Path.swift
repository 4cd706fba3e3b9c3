import BlueHeartGeometry
import BlueHeartScenes

extension ShapeOutline {
    /// The outline in the space of `box`.
    func path(in box: Rect) -> Path {
        switch self {
        case .rectangle(let corners): corners.path(in: box)
        case .ellipse: .ellipse(in: box)
        case .line: .line(from: box.origin, to: Point(x: box.maxX, y: box.maxY))
        case .path(let path, let viewBox): path.applying(viewBox.fitting(into: box))
        case .heart(let heart): .heart(heart, in: box)
        }
    }
}

extension Corners {
    var areSquare: Bool {
        [topLeft, topRight, bottomRight, bottomLeft].allSatisfy { $0.resolved(against: 1) <= 0 }
    }

    func path(in box: Rect) -> Path {
        let side = min(box.width, box.height)
        return .roundedRect(
            box,
            radii: CornerRadii(
                topLeft: topLeft.resolved(against: side),
                topRight: topRight.resolved(against: side),
                bottomRight: bottomRight.resolved(against: side),
                bottomLeft: bottomLeft.resolved(against: side)),
            smoothing: smoothing)
    }
}

extension Rect {
    /// Scales and centres this rectangle in `box`, keeping its proportions.
    ///
    /// A rectangle without an area is moved to the corner of the box and not scaled.
    fileprivate func fitting(into box: Rect) -> Transform {
        guard !isEmpty else { return .translation(box.origin - origin) }
        let scale = min(box.width / width, box.height / height)
        return Transform(
            a: scale, b: 0, c: 0, d: scale, tx: box.center.x - center.x * scale,
            ty: box.center.y - center.y * scale)
    }
}
