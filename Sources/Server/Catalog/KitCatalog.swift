import Addresses
import Diagnostics
import Engine
import Languages
import Placements
import Templates

/// Everything that can be asked for, read once when the server starts.
struct KitCatalog: Sendable {
    private(set) var kits: [KitEntry]
    let placements: PlacementList
    /// The name of the kit where a request names none.
    let defaultKit: String

    /// Reads all kits with their templates and words.
    ///
    /// - Throws: what is wrong with one of them: a server does not start with a broken kit.
    init(reading engine: CardEngine) throws(CardError) {
        placements = try engine.catalog.placements()
        defaultKit = engine.options.defaultKit
        kits = try engine.catalog.kitNames().map { (name) throws(CardError) in
            try KitEntry(reading: try engine.catalog.kit(name))
        }
        guard !kits.isEmpty else {
            throw CardError(
                .template,
                Diagnostic(
                    code: "unknown-kit",
                    "\(quoted(engine.options.templatesFolder, limit: 300)) has no kit"))
        }
    }

    func kit(_ name: String) -> KitEntry? { kits.first { isSameName($0.kit.name, name) } }

    /// The same, where strangers may choose and have no words of their own.
    var withoutOwnWords: KitCatalog {
        var catalog = self
        catalog.kits = kits.map(\.withoutOwnWords)
        return catalog
    }
}

/// A kit as it can be asked for.
///
/// One for a server, and not a value: every question holds it.
final class KitEntry: Sendable {
    let kit: Kit
    /// Names the content of all its files: 16 hexadecimal digits.
    let version: String
    /// By the tag of their language.
    let words: [String: WordList]
    let templates: [TemplateEntry]
    let textGuard: TextGuard

    init(reading entry: CatalogKit) throws(CardError) {
        kit = entry.kit
        version = String(try entry.fingerprint().prefix(16))
        var words: [String: WordList] = [:]
        for language in kit.languages.map(\.language) {
            words[language.tag] = try entry.words(in: language)
        }
        self.words = words
        textGuard = TextGuard(lists: try entry.blockLists())
        templates = try entry.templateNames().map { (name) throws(CardError) in
            try TemplateEntry(try entry.template(named: name))
        }
    }

    private init(_ entry: KitEntry, templates: [TemplateEntry]) {
        kit = entry.kit
        version = entry.version
        words = entry.words
        textGuard = entry.textGuard
        self.templates = templates
    }

    fileprivate var withoutOwnWords: KitEntry {
        KitEntry(self, templates: templates.map(\.withoutOwnWords))
    }

    func template(_ name: String) -> TemplateEntry? {
        templates.first { isSameName($0.template.name, name) }
    }

    /// The text of a sentence in a language of the kit; nil where its key is missing.
    func text(_ sentence: Sentence?, in language: Language) -> String? {
        guard let sentence, let list = words[language.tag] else { return nil }
        return sentence.text(in: list)
    }

    /// A template's own value in a language of the kit; nil where its key is missing.
    func text(_ value: OwnValue?, in language: Language) -> String? {
        words[language.tag].flatMap { value?.text(in: $0) }
    }

    /// Examples of all public parameters that have no default, but pictures.
    func examples(of entry: TemplateEntry, in language: Language) -> [Query.Pair] {
        let examples = words[language.tag].map(entry.parameters.examples) ?? []
        return examples.filter { entry.parameters.parameter(named: $0.name)?.kind != .image }
            .map { Query.Pair($0.name, $0.text) }
    }
}

/// A template as the public can ask for it.
///
/// One for a server, and not a value: every question holds it.
final class TemplateEntry: Sendable {
    /// Names in a query that are no parameters.
    static let reservedNames = ["lang", "download", "v"] + AddressSigner.names

    let template: Template
    /// Those that strangers may set.
    let parameters: [Parameter]
    /// Whether its cards can say that a supporter made them.
    let hasSupporterMark: Bool

    init(_ template: Template) throws(CardError) {
        self.template = template
        parameters = template.parameters.filter(\.isPublic)
        hasSupporterMark = SupporterMark.isDrawn(by: template)
        let reserved = Self.reservedNames + [SupporterMark.choice.name]
        for parameter in parameters
        where reserved.contains(where: { isSameName($0, parameter.name) }) {
            throw CardError(
                .template,
                Diagnostic(
                    code: "reserved-name",
                    "a public parameter cannot be named \(quoted(parameter.name)), which means "
                        + "something else in an address", at: parameter.location))
        }
    }

    private init(_ entry: TemplateEntry, parameters: [Parameter]) {
        template = entry.template
        hasSupporterMark = entry.hasSupporterMark
        self.parameters = parameters
    }

    fileprivate var withoutOwnWords: TemplateEntry {
        TemplateEntry(self, parameters: parameters.filter { !$0.isPersonal })
    }

    func parameter(_ name: String) -> Parameter? {
        parameters.parameter(named: name)
    }
}

extension Parameter {
    /// Whether its values are somebody's own words, of which there is no end.
    var isPersonal: Bool {
        switch kind {
        case .text, .link, .number, .date, .image, .list: true
        case .color, .choice, .country: false
        }
    }
}
