/// Time that may be spent on a smaller file.
public enum EncodeEffort: String, Hashable, Sendable, CaseIterable {
    /// About 2 ms for a card of 1200 x 630.
    case fast
    /// About 10 ms.
    case `default`
    /// The smallest file within reason; up to a second.
    case small
}
