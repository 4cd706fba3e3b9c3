public import Languages
public import Placements
public import Scenes

/// What the checks of a card's words look at.
public struct WordsSubject: Hashable, Sendable {
    public var words: SceneWords
    public var language: Language
    public var placement: Placement
    /// In paint order.
    public var drawn: [DrawnText]

    public init(
        words: SceneWords, language: Language, placement: Placement, drawn: [DrawnText]
    ) {
        self.words = words
        self.language = language
        self.placement = placement
        self.drawn = drawn
    }

    /// Alt text and long alt text: what a listener can hear of the picture.
    public var spoken: String { words.alt + "\n" + (words.longAlt ?? "") }
}
