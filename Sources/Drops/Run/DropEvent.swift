public import BlueHeartDiagnostics

/// An event of a drop, in the order of its manifest.
public enum DropEvent: Sendable {
    /// Number of cards and faulty rows; nil if it is not known in advance.
    case planned(count: Int?)
    /// A note about the plan.
    case note(Diagnostic)
    case made(WrittenCard)
    case failed(DropFailure)
}
