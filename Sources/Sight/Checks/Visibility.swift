import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartPlacements

/// Visibility of an area of the card on its network.
enum Visibility: Hashable {
    case safe
    /// Partly outside the card, or outside the visible part; largest excess in px.
    case cropped(Double)
    /// Partly under something the network draws over the card; largest depth in px.
    case covered(String, Double)
    /// Partly outside the safe zone; largest excess in px.
    case nearEdge(Double)
}

extension SightSubject {
    /// Tolerance in px: edges of letters and curves are soft.
    private static let slack = 1.5
    /// Margin inside the edge of a circle, as a fraction of its diameter.
    private static let circleMargin = 0.03

    /// The visibility of an area.
    ///
    /// - Parameters:
    ///   - rects: bounds of the painted pieces.
    ///   - overhang: allowed excess over the safe zone, in px.
    func visibility(of rects: [Rect], overhang: Double = 0) -> Visibility {
        let slack = max(Self.slack, overhang)
        let worst = { (zone: Rect) in
            rects.map { $0.reach(outside: zone) }.max() ?? 0
        }
        let lost = max(worst(card), worst(placement.shownArea))
        if lost > Self.slack { return .cropped(lost) }
        if placement.isCircular {
            let radius = card.width / 2
            let reach = rects.flatMap(\.corners).map { ($0 - card.center).length }.max() ?? 0
            if reach > radius + Self.slack { return .cropped(reach - radius) }
            let safe = radius - card.width * Self.circleMargin
            return reach > safe + slack ? .nearEdge(reach - safe) : .safe
        }
        for cover in placement.covers {
            let hidden = rects.filter { cover.hides($0) }.map { cover.depth(over: $0) }
            if let most = hidden.max() { return .covered(cover.title, most) }
        }
        let near = worst(placement.safeArea)
        return near > slack ? .nearEdge(near) : .safe
    }
}

extension Rect {
    /// Largest excess over another rectangle, in px.
    fileprivate func reach(outside zone: Rect) -> Double {
        max(zone.minX - minX, maxX - zone.maxX, zone.minY - minY, maxY - zone.maxY, 0)
    }

    fileprivate var corners: [Point] {
        [
            Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: minX, y: maxY),
            Point(x: maxX, y: maxY),
        ]
    }
}

extension Placement.Cover {
    /// Depth of a rectangle under the cover, in px, along the shorter direction.
    fileprivate func depth(over rect: Rect) -> Double {
        let shared = area.intersection(rect)
        return min(shared.width, shared.height)
    }

    /// True if more than a px of a rectangle is hidden.
    fileprivate func hides(_ rect: Rect) -> Bool {
        let shared = area.intersection(rect)
        guard shared.width > 1.5, shared.height > 1.5 else { return false }
        guard shape == .ellipse else { return true }
        // The nearest point of the rectangle, in radii from the centre.
        let x = max(rect.minX - area.center.x, area.center.x - rect.maxX, 0) / (area.width / 2)
        let y = max(rect.minY - area.center.y, area.center.y - rect.maxY, 0) / (area.height / 2)
        return x * x + y * y < 1
    }
}

/// Rules for the position of one kind of content.
struct VisibilityRules: Sendable {
    let cropped: CheckRule
    let covered: CheckRule
    let outsideSafeZone: CheckRule

    var all: [CheckRule] { [cropped, covered, outsideSafeZone] }
}

/// Rule and text of the finding for an area that is not fully visible.
struct VisibilityMessage {
    var rule: CheckRule
    var message: String
    var hint: String
    var measure: Measure?

    /// nil if the area is safe.
    init?(
        _ place: Visibility, _ rules: VisibilityRules, name: @autoclosure () -> String,
        of placement: Placement
    ) {
        guard place != .safe else { return nil }
        let name = name()
        switch place {
        case .safe: return nil
        case .cropped(let lost):
            rule = rules.cropped
            message =
                "\(name) extends \(px(lost)) beyond the visible "
                + "\(placement.isCircular ? "circle" : "area") of \(placement.name)"
            hint = "move it inside, or mark it \"role\": \"decoration\" if it may be cropped"
            measure = Measure((lost * 10).rounded() / 10, .atMost(0), unit: "px")
        case .covered(let cover, let hidden):
            rule = rules.covered
            message = "\(name) is \(px(hidden)) under the \(cover) of \(placement.name)"
            hint = "move it to an uncovered place"
            measure = Measure((hidden * 10).rounded() / 10, .atMost(0), unit: "px")
        case .nearEdge(let near):
            rule = rules.outsideSafeZone
            message = "\(name) extends \(px(near)) beyond the safe zone of \(placement.name)"
            hint = "move it inside; the length \"safe\" keeps clear of the edges"
            measure = Measure((near * 10).rounded() / 10, .atMost(0), unit: "px")
        }
    }
}
