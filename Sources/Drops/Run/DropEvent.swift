public import Diagnostics

/// What happens in a drop, in the order of its manifest.
public enum DropEvent: Sendable {
    /// How many cards and faulty rows there will be; nil where that cannot be known before.
    case planned(count: Int?)
    /// What people should know and did not ask for.
    case note(Diagnostic)
    case made(WrittenCard)
    case failed(DropFailure)
}
