public import BlueHeartDiagnostics
public import BlueHeartLanguages
public import BlueHeartTemplates

/// The messages of a kit in all its languages.
public struct KitWords: Sendable {
    /// Lists by tag.
    let lists: [String: WordList]

    /// The list of one of the kit's languages; nil for any other.
    public subscript(language: Language) -> WordList? { lists[language.tag] }

    /// A message of a template; nil if its key is missing.
    public func text(of sentence: Sentence?, in language: Language) -> String? {
        guard let sentence, let list = self[language] else { return nil }
        return sentence.text(in: list)
    }

    /// A default or an example; nil if its key is missing.
    public func text(of value: OwnValue?, in language: Language) -> String? {
        guard let value, let list = self[language] else { return nil }
        return value.text(in: list)
    }
}

extension CatalogKit {
    /// Reads the words of all its languages.
    public func allWords() throws(CardError) -> KitWords {
        var lists: [String: WordList] = [:]
        for language in kit.languages.map(\.language) {
            lists[language.tag] = try words(in: language)
        }
        return KitWords(lists: lists)
    }
}
