public import Diagnostics
public import Layout
public import Pixels
public import Scenes

/// A card with the reasons of its layout, made even where it is at fault.
public struct CardExplanation: Sendable {
    public let scene: Scene
    public let laidOut: LaidOutCard
    /// The card without its faults' parts; texts that do not fit stand at their smallest size.
    public let picture: Bitmap
    /// Why no such card would be made; nil where it would.
    public let error: CardError?
    /// What a person should look at, though the card would be made.
    public let warnings: [Diagnostic]
}
