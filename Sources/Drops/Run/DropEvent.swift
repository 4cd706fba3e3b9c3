public import BlueHeartDiagnostics

/// An event of a drop, in the order of its manifest.
public enum DropEvent: Sendable {
    /// Number of cards and faulty rows; nil if it is not known in advance.
    case planned(count: Int?)
    /// A note about the plan.
    case note(Diagnostic)
    case made(WrittenCard)
    /// A card that is there already; its warnings were told when it was made.
    case unchanged(path: String, warnings: Int)
    case failed(DropFailure)
    /// A card of an earlier drop that this one does not have, and that stays.
    case kept(path: String)
    /// A card of an earlier drop that was removed.
    case removed(path: String)
}
