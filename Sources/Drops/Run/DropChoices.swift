/// Treatment of the cards that earlier drops made in the folder.
public struct DropChoices: Hashable, Sendable {
    /// The cards that are made.
    public enum Making: Hashable, Sendable {
        /// New ones, and those of which anything has changed.
        case changed
        /// Only those that are not there: they failed, or were not reached.
        case missing
        /// All, whether or not they have changed.
        case all
    }

    /// Treatment of cards that this drop does not have.
    public enum Leaving: Hashable, Sendable { case keep, prune }

    public var making: Making
    public var leaving: Leaving

    public init(making: Making = .changed, leaving: Leaving = .keep) {
        self.making = making
        self.leaving = leaving
    }
}
