public import Diagnostics
public import Pixels
public import Placements

/// The findings of all checks of a card, and the picture they looked at.
public struct CardInspection: Hashable, Sendable {
    /// Errors, warnings and notes.
    public var diagnostics: [Diagnostic]
    /// nil where faults left none to paint.
    public var picture: Bitmap?
    /// nil where faults left it unknown.
    public var placement: Placement?
}
