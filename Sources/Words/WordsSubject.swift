public import Languages
public import Placements
public import Scenes

/// What the checks of a card's words look at.
public struct WordsSubject: Hashable, Sendable {
    public var words: SceneWords
    public var language: Language
    public var slot: Slot
    public var captions: [NetworkCaption]
    /// In paint order.
    public var drawn: [DrawnText]

    public init(
        words: SceneWords, language: Language, slot: Slot, captions: [NetworkCaption] = [],
        drawn: [DrawnText]
    ) {
        self.words = words
        self.language = language
        self.slot = slot
        self.captions = captions
        self.drawn = drawn
    }

    /// Alt text and long alt text: what a listener can hear of the picture.
    public var spoken: String { words.alt + "\n" + (words.longAlt ?? "") }
}
