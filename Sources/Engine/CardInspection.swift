public import BlueHeartDiagnostics
public import BlueHeartPixels
public import BlueHeartPlacements

/// The findings of all checks of a card, with the checked picture.
public struct CardInspection: Hashable, Sendable {
    /// Errors, warnings and notes.
    public var diagnostics: [Diagnostic]
    /// nil if faults prevented painting.
    public var picture: Bitmap?
    /// nil if it is unknown because of faults.
    public var placement: Placement?
}
