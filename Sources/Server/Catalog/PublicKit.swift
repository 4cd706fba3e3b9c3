import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartTemplates

/// A kit of the public catalogue.
///
/// A class, because every request holds it and there is one per server.
final class PublicKit: Sendable {
    let kit: Kit
    /// Identifies the content of all its files: 16 hexadecimal digits.
    let version: String
    let words: KitWords
    let templates: [PublicTemplate]
    let textGuard: TextGuard

    init(_ source: CatalogKit) throws(CardError) {
        kit = source.kit
        version = String(try source.fingerprint().prefix(16))
        words = try source.allWords()
        textGuard = TextGuard(blocked: BlockIndex(try source.blockLists()))
        templates = try source.templateNames().map { (name) throws(CardError) in
            try PublicTemplate(try source.template(named: name))
        }
    }

    private init(_ other: PublicKit, templates: [PublicTemplate]) {
        kit = other.kit
        version = other.version
        words = other.words
        textGuard = other.textGuard
        self.templates = templates
    }

    var withoutOwnWords: PublicKit {
        PublicKit(self, templates: templates.map(\.withoutOwnWords))
    }

    /// A kit of such templates only keeps them, without the parameters for own words.
    var withoutAttributions: PublicKit {
        let others = templates.filter { !$0.template.attributesWords }
        return others.isEmpty ? withoutOwnWords : PublicKit(self, templates: others)
    }

    var name: String { kit.name }

    func template(_ name: String) -> PublicTemplate? {
        templates.first { isSameName($0.name, name) }
    }

    /// The text of a message; nil where its key is missing.
    func text(ofKey key: String, in language: Language) -> String? { words[language]?[key]?.text }

    func text(_ sentence: Sentence?, in language: Language) -> String? {
        words.text(of: sentence, in: language)
    }

    func text(_ value: OwnValue?, in language: Language) -> String? {
        words.text(of: value, in: language)
    }

    /// Keys of the words in the kit's first language, in the order of the file.
    var wordKeys: [String] { words[kit.languages[0].language]?.keys ?? [] }

    /// Examples of all public parameters without a default, except pictures.
    func examples(of template: PublicTemplate, in language: Language) -> ParameterValues {
        let examples = words[language].map(template.parameters.examples) ?? []
        return ParameterValues(
            distinct: examples.filter { template.parameter($0.name)?.kind != .image }
                .map { .init($0.name, $0.text, source: .example) })
    }
}
