public import BlueHeartDiagnostics
public import BlueHeartGeometry
public import BlueHeartLanguages

/// A card with nothing left to look up: every parameter, message, colour and style is a value.
public struct Scene: Hashable, Sendable {
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// Safe insets of the placement, in px.
    public var safeInsets: Insets
    public var language: Language
    /// Fills the whole card.
    public var root: Node
    public var words: SceneWords

    public init(
        widthInPixels: Int, heightInPixels: Int, safeInsets: Insets, language: Language,
        root: Node, words: SceneWords
    ) {
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.safeInsets = safeInsets
        self.language = language
        self.root = root
        self.words = words
    }
}

/// The words that accompany the picture, in the card's language.
public struct SceneWords: Hashable, Sendable {
    public var title: String
    /// Describes the picture and includes all its words.
    public var alt: String
    public var longAlt: String?
    public var caption: CaptionSource
    /// Terms of use of the card; empty if the kit has none.
    public var usageTerms = ""
    /// Origin of each text; nil if no file contains it.
    public var origins = Sentences<Origin>()
    /// The part of each text written by the kit's authors, with a space for each parameter value;
    /// nil if there is none.
    public var written = Sentences<String>()

    /// A value for each text.
    public struct Sentences<Value: Hashable & Sendable>: Hashable, Sendable {
        public var title: Value?
        public var alt: Value?
        public var longAlt: Value?
        public var caption: Value?
        public var action: Value?

        public init() {}
    }

    public init(title: String, alt: String, longAlt: String? = nil, caption: CaptionSource) {
        self.title = title
        self.alt = alt
        self.longAlt = longAlt
        self.caption = caption
    }
}

/// The JSON value from which a node was read.
public struct Origin: Hashable, Sendable {
    public var location: SourceLocation
    public var path: JSONPath

    public init(location: SourceLocation, path: JSONPath) {
        self.location = location
        self.path = path
    }
}
