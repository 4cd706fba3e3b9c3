public import Diagnostics
public import Pixels
public import Placements

/// What a check found on a card, and the picture it looked at.
public struct CheckedCard: Hashable, Sendable {
    /// Errors, warnings and notes.
    public var diagnostics: [Diagnostic]
    /// nil where faults left none to paint.
    public var picture: Bitmap?
    /// nil where faults left it unknown.
    public var placement: Placement?
}
