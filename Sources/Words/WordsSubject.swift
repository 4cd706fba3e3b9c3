public import BlueHeartLanguages
public import BlueHeartPlacements
public import BlueHeartRequests
public import BlueHeartScenes

/// The words of a card, as input of the checks.
public struct WordsSubject: Hashable, Sendable {
    public var words: SceneWords { didSet { spoken = SpokenWords(words) } }
    /// Its alt text and long alt text, folded once for all checks.
    private(set) var spoken: SpokenWords
    public var language: Language
    public var slot: Slot
    public var captions: [NetworkCaption]
    /// Credit of the kit; empty if it names nobody.
    public var credit: String
    public var rights: String
    /// Parameters as they were given, in any language.
    public var values: ParameterValues
    /// Drawn texts in paint order.
    public var drawn: [DrawnText]

    public init(
        words: SceneWords, language: Language, slot: Slot, captions: [NetworkCaption] = [],
        credit: String = "", rights: String = "", values: ParameterValues = [:], drawn: [DrawnText]
    ) {
        self.words = words
        spoken = SpokenWords(words)
        self.language = language
        self.slot = slot
        self.captions = captions
        self.credit = credit
        self.rights = rights
        self.values = values
        self.drawn = drawn
    }
}
