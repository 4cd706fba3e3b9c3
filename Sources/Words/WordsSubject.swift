public import Languages
public import Placements
public import Scenes

/// What the checks of a card's words look at.
public struct WordsSubject: Hashable, Sendable {
    public var words: SceneWords
    public var language: Language
    public var slot: Slot
    public var captions: [NetworkCaption]
    /// Of the kit; empty where it names nobody.
    public var credit: String
    public var rights: String
    /// What people filled in, in any language; words may repeat it.
    public var filled: [String]
    /// In paint order.
    public var drawn: [DrawnText]

    public init(
        words: SceneWords, language: Language, slot: Slot, captions: [NetworkCaption] = [],
        credit: String = "", rights: String = "", filled: [String] = [], drawn: [DrawnText]
    ) {
        self.words = words
        self.language = language
        self.slot = slot
        self.captions = captions
        self.credit = credit
        self.rights = rights
        self.filled = filled
        self.drawn = drawn
    }

    /// Alt text and long alt text: what a listener can hear of the picture.
    public var spoken: String { words.alt + "\n" + (words.longAlt ?? "") }
}
