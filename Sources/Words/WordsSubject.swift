public import Diagnostics
public import Languages
public import Placements
public import Scenes

/// What the checks of a card's words look at.
public struct WordsSubject: Hashable, Sendable {
    public var words: SceneWords { didSet { spoken = SpokenWords(words) } }
    /// Its alt text and long alt text, folded once for all checks.
    private(set) var spoken: SpokenWords
    public var language: Language
    public var slot: Slot
    public var captions: [NetworkCaption]
    /// Of the kit; empty where it names nobody.
    public var credit: String
    public var rights: String
    /// What people filled in, in any language.
    public var filled: [FilledText]
    /// In paint order.
    public var drawn: [DrawnText]

    public init(
        words: SceneWords, language: Language, slot: Slot, captions: [NetworkCaption] = [],
        credit: String = "", rights: String = "", filled: [FilledText] = [], drawn: [DrawnText]
    ) {
        self.words = words
        spoken = SpokenWords(words)
        self.language = language
        self.slot = slot
        self.captions = captions
        self.credit = credit
        self.rights = rights
        self.filled = filled
        self.drawn = drawn
    }
}

/// What a person filled in for a parameter.
public struct FilledText: Hashable, Sendable {
    /// Of the parameter.
    public var name: String
    public var text: String
    /// Of a row, where it came from a file.
    public var location: SourceLocation?

    public init(name: String, text: String, location: SourceLocation? = nil) {
        self.name = name
        self.text = text
        self.location = location
    }
}
