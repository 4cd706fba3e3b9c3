import Diagnostics
import Geometry
import Placements

/// Where on a card something stands that people must see.
enum Visibility: Hashable {
    case safe
    /// Beyond the card, or what a network shows of it; px that are lost at most.
    case cropped(Double)
    /// Below something the network lays over the card; px that are hidden at most.
    case covered(String, Double)
    /// Nearer to the edge than is safe; by how many px at most.
    case nearEdge(Double)
}

extension SightSubject {
    /// A px more is forgiven: edges of letters and curves are soft.
    private static let slack = 1.5
    /// How far inside the edge of a circle things stand, as a part of its diameter.
    private static let circleMargin = 0.03

    /// - Parameters:
    ///   - rects: around what is painted, piece by piece.
    ///   - overhang: how far it may reach out of the safe zone, in px.
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
    /// How far it reaches out of another, in px.
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
    /// How far a rectangle lies under it, in px, along the shorter way out.
    fileprivate func depth(over rect: Rect) -> Double {
        let shared = area.intersection(rect)
        return min(shared.width, shared.height)
    }

    /// Whether it hides more than a px of a rectangle.
    fileprivate func hides(_ rect: Rect) -> Bool {
        let shared = area.intersection(rect)
        guard shared.width > 1.5, shared.height > 1.5 else { return false }
        guard shape == .ellipse else { return true }
        // The nearest point of the rectangle, in radii from the middle.
        let x = max(rect.minX - area.center.x, area.center.x - rect.maxX, 0) / (area.width / 2)
        let y = max(rect.minY - area.center.y, area.center.y - rect.maxY, 0) / (area.height / 2)
        return x * x + y * y < 1
    }
}

/// What is told about something that does not stand safely.
struct VisibilityMessage {
    /// The end of the code: `-cropped`.
    var ending: String
    var message: String
    var hint: String
    var measure: Measure?

    /// nil where it is safe.
    init?(_ place: Visibility, name: @autoclosure () -> String, of placement: Placement) {
        guard place != .safe else { return nil }
        let name = name()
        switch place {
        case .safe: return nil
        case .cropped(let lost):
            ending = "-cropped"
            message =
                "\(name) reaches \(px(lost)) out of what "
                + "\(placement.isCircular ? "the circle of " : "")\(placement.name) shows"
            hint = "move it inside, or mark it \"role\": \"decoration\" if it is meant to be cut"
            measure = Measure((lost * 10).rounded() / 10, .atMost(0), unit: "px")
        case .covered(let cover, let hidden):
            ending = "-covered"
            message = "\(name) lies \(px(hidden)) under the \(cover) of \(placement.name)"
            hint = "move it away from there"
            measure = Measure((hidden * 10).rounded() / 10, .atMost(0), unit: "px")
        case .nearEdge(let near):
            ending = "-outside-safe-zone"
            message = "\(name) reaches \(px(near)) out of the safe zone of \(placement.name)"
            hint = "move it inside; the length \"safe\" keeps clear of the edges"
            measure = Measure((near * 10).rounded() / 10, .atMost(0), unit: "px")
        }
    }
}
