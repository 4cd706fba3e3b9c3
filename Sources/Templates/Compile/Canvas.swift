import BlueHeartGeometry
import BlueHeartPlacements

/// The card in px, and how long a px of the template's reference is on it.
struct Canvas: Sendable {
    var width: Double
    var height: Double
    var safe: Insets
    /// Px of the card for each px of the reference.
    var scale: Double
    /// Px of the screen on which people see the card.
    var displayWidth: Double
    var placement: String

    /// Width in px of the screen of a placement of which nothing is known: a phone's.
    static let phoneWidth = 360.0

    static let standIn = Canvas(
        width: 1080, height: 1080, safe: .zero, scale: 1, displayWidth: phoneWidth,
        placement: "square")

    init(
        width: Double, height: Double, safe: Insets, scale: Double, displayWidth: Double,
        placement: String
    ) {
        self.width = width
        self.height = height
        self.safe = safe
        self.scale = scale
        self.displayWidth = displayWidth
        self.placement = placement
    }

    /// The card of a placement, in its own px.
    init(_ placement: Placement) {
        self.init(
            width: Double(placement.widthInPixels), height: Double(placement.heightInPixels),
            safe: placement.safeInsets, scale: 1,
            displayWidth: placement.displayWidth ?? Self.phoneWidth, placement: placement.name)
    }

    func scaled(to reference: Reference) -> Canvas {
        var canvas = self
        canvas.scale =
            switch reference {
            case .size(let size): min(width / size.width, height / size.height)
            case .display: width / displayWidth
            }
        return canvas
    }
}
