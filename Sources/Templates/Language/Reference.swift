import BlueHeartGeometry

/// The unit of a template's lengths.
enum Reference: Hashable, Sendable {
    /// Px of a canvas of this size, which the card is fitted around.
    case size(Size)
    /// Px of the screen on which people see the placement.
    case display

    static let standard = Reference.size(Size(width: 1080, height: 1080))
}
