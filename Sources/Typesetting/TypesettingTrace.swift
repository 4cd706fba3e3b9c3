public import BlueHeartLanguages

/// The decisions made in laying out a paragraph, for `explain`.
public struct TypesettingTrace: Hashable, Sendable {
    /// A size that was tried.
    public struct Trial: Hashable, Sendable {
        /// Font size in px.
        public var fontSize: Double
        /// Number of lines filled before it was decided whether the text fits.
        public var lineCount: Int
        public var fits: Bool
    }

    /// A part of a line in one font, script, style and direction.
    public struct Run: Hashable, Sendable {
        /// Line number, from 0.
        public var line: Int
        public var text: String
        public var family: String
        /// 1 to 1000.
        public var weight: Int
        public var isItalic: Bool
        /// Font size in px.
        public var fontSize: Double
        /// Four letters of ISO 15924.
        public var script: String
        public var direction: TextDirection
    }

    /// A position where a line may end, or must.
    public struct Opportunity: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case allowed, hyphen, required }

        /// Offset in UTF-16 units from the start of the text, after the change of case.
        public var offset: Int
        public var kind: Kind
        /// True if a line ends there.
        public var isTaken: Bool
    }

    /// The text after the change of case.
    public var text = ""
    /// Trials in order.
    public var trials: [Trial] = []
    /// Runs line by line, in logical order.
    public var runs: [Run] = []
    /// Opportunities in logical order, without the end of the text.
    public var opportunities: [Opportunity] = []
    /// True if `balance` or `pretty` changed the breaks of first fit.
    public var isBalanced = false

    public init() {}
}

/// Recorder of tried sizes; owned by one call.
final class FitTrials {
    private(set) var all: [TypesettingTrace.Trial] = []

    func note(_ size: Double, lines: Int, fits: Bool) {
        all.append(.init(fontSize: size, lineCount: lines, fits: fits))
    }
}
