public import Languages
public import Scenes

/// What a picture file says about itself.
public struct CardMetadata: Hashable, Sendable {
    public var words: SceneWords
    public var language: Language
    /// Whose work it is; empty where nobody is named.
    public var credit: String
    /// Who holds the rights.
    public var rights: String

    public init(
        words: SceneWords, language: Language, credit: String = "", rights: String = ""
    ) {
        self.words = words
        self.language = language
        self.credit = credit
        self.rights = rights
    }
}
