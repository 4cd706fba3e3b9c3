public import Diagnostics
public import Geometry
public import Languages

/// A card with nothing left to look up: every parameter, word, colour and style is a value.
public struct Scene: Hashable, Sendable {
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// How far the placement's safe zone lies inside each edge, in px.
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

/// What stands beside the picture, in the card's language.
public struct SceneWords: Hashable, Sendable {
    public var title: String
    /// Says what the picture shows and all its words.
    public var alt: String
    public var longAlt: String?
    public var caption: CaptionSource
    /// What people may do with the card; empty where the kit says nothing.
    public var usageTerms = ""
    /// Where each was written; nil where no file has it.
    public var origins = Sentences<Origin>()
    /// What of each those who made the kit wrote, with a space where a person's own words stand;
    /// nil where there are none.
    public var written = Sentences<String>()

    /// Something of each sentence.
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

/// The JSON value that a node came from.
public struct Origin: Hashable, Sendable {
    public var location: SourceLocation
    public var path: JSONPath

    public init(location: SourceLocation, path: JSONPath) {
        self.location = location
        self.path = path
    }
}
