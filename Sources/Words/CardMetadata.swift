public import BlueHeartLanguages
public import BlueHeartScenes

/// The metadata embedded in a picture file.
public struct CardMetadata: Hashable, Sendable {
    public var words: SceneWords
    public var language: Language
    /// Author of the picture; empty if unnamed.
    public var credit: String
    /// Holder of the rights.
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
