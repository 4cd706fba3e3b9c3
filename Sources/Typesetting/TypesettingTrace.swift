public import Languages

/// How a paragraph came to be set as it is, for people who ask why.
public struct TypesettingTrace: Hashable, Sendable {
    /// A size that was tried.
    public struct Trial: Hashable, Sendable {
        /// In px.
        public var fontSize: Double
        /// Lines that were filled before it was clear whether the text fits.
        public var lineCount: Int
        public var fits: Bool
    }

    /// A part of a line in one font, script, style and direction.
    public struct Run: Hashable, Sendable {
        /// From 0.
        public var line: Int
        public var text: String
        public var family: String
        /// 1 to 1000.
        public var weight: Int
        public var isItalic: Bool
        /// In px.
        public var fontSize: Double
        /// Four letters of ISO 15924.
        public var script: String
        public var direction: TextDirection
    }

    /// A place where a line may end, or must.
    public struct Opportunity: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case allowed, hyphen, required }

        /// In UTF-16 units from the start of the text, its case changed.
        public var offset: Int
        public var kind: Kind
        /// Whether a line ends there.
        public var isTaken: Bool
    }

    /// The words as they are set, their case changed.
    public var text = ""
    /// In the order in which they were tried.
    public var trials: [Trial] = []
    /// From line to line, on each in reading order.
    public var runs: [Run] = []
    /// In reading order, the end of the text left out.
    public var opportunities: [Opportunity] = []
    /// Whether `balance` or `pretty` broke lines elsewhere than where each was full.
    public var isBalanced = false

    public init() {}
}

/// Sizes that were tried; owned by one call.
final class FitTrials {
    private(set) var all: [TypesettingTrace.Trial] = []

    func note(_ size: Double, lines: Int, fits: Bool) {
        all.append(.init(fontSize: size, lineCount: lines, fits: fits))
    }
}
