public import BlueHeartDiagnostics
public import BlueHeartLayout
public import BlueHeartPixels
public import BlueHeartScenes

/// A card with the decisions of its layout, made even if it has faults.
public struct CardExplanation: Sendable {
    public let scene: Scene
    public let laidOut: LaidOutCard
    /// The card without its faulty parts; texts that do not fit have their smallest size.
    public let picture: Bitmap
    /// The error of the card; nil if it can be made.
    public let error: CardError?
    /// Warnings about a card that can be made.
    public let warnings: [Diagnostic]
}
