public import BlueHeartGeometry

/// Typesets lines of text for drawings; owned by one thread.
public protocol ArtworkTypesetter: AnyObject {
    /// One line of text in the fonts of the kit.
    ///
    /// - Throws: the reason why it cannot be set, with its cure.
    func line(_ text: String, _ style: ArtworkTextStyle) throws(ArtworkTextFault) -> ArtworkLine
}

/// The look of a line, lengths in the units of the drawing.
public struct ArtworkTextStyle: Hashable, Sendable {
    /// Families as named in the file; the first that the kit has is used.
    public var families: [String]
    /// Font weight, 1 to 1000.
    public var weight: Int
    public var isItalic: Bool
    public var fontSize: Double
    /// Added after each letter, and to each space.
    public var letterSpacing: Double
    public var wordSpacing: Double
    public var isRightToLeft: Bool
}

/// A typeset line; positions are from the start of its baseline, y down.
public struct ArtworkLine: Hashable, Sendable {
    /// A letter with its marks.
    public struct Character: Hashable, Sendable {
        public var path: Path
        /// Start and end of its advance.
        public var minX: Double
        public var maxX: Double

        public init(path: Path, minX: Double, maxX: Double) {
            self.path = path
            self.minX = minX
            self.maxX = maxX
        }
    }

    /// The characters from left to right.
    public var characters: [Character]
    public var width: Double
    /// Extent above and below the baseline, both at least 0.
    public var ascent: Double
    public var descent: Double
    public var xHeight: Double

    public init(
        characters: [Character], width: Double, ascent: Double, descent: Double, xHeight: Double
    ) {
        self.characters = characters
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.xHeight = xHeight
    }
}

/// A text that cannot be set.
public struct ArtworkTextFault: Error, Hashable, Sendable {
    public var message: String
    public var cure: String

    public init(message: String, cure: String) {
        self.message = message
        self.cure = cure
    }
}
