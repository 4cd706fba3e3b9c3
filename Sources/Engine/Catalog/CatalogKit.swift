public import BlueHeartDiagnostics
public import BlueHeartLanguages
public import BlueHeartRequests
import BlueHeartSupport
public import BlueHeartTemplates

/// A kit with its templates and words, each read on first use.
///
/// Owned by the catalogue; safe to use from any thread.
public final class CatalogKit: Sendable {
    public let kit: Kit
    /// Path of its folder.
    public let path: String
    let options: EngineOptions
    /// Digest of `kit.json`.
    let digest: String
    /// Templates by file.
    private let templates = SharedCache<String, DigestedDocument<Template>>()
    /// Words by language tag.
    private let wordLists = SharedCache<String, DigestedDocument<WordList>>()

    /// Reads `kit.json`.
    init(reading folder: String, _ options: EngineOptions) throws(CardError) {
        let file = folder + "/kit.json"
        let bytes = try document(file, "the kit", options.limits)
        kit = try Kit.read(bytes, file: file, checks: CheckRule.all)
        digest = sha256(of: bytes)
        path = folder
        self.options = options
    }

    public var name: String { kit.name }

    /// The folder of the kit's own fonts, which need not exist.
    var fontsFolder: String { path + "/fonts" }

    /// `assets` beside the kit's own `kit.json`, otherwise the kit's part of the assets folder.
    var artworkFolder: String {
        let own = path + "/assets"
        return fileKind(at: own) == .folder ? own : "\(options.assetsFolder)/\(name)"
    }
}

extension CatalogKit {
    /// The names of its templates, sorted.
    public func templateNames() throws(CardError) -> [String] {
        try names(in: path, "the kit").filter { $0.hasSuffix(".json") && $0 != "kit.json" }
            .map { String($0.dropLast(".json".count)) }
    }

    /// A template of the kit.
    ///
    /// - Throws: `unknown-template`, and the faults of the file.
    public func template(named name: String) throws(CardError) -> Template {
        try template(inFile: try templateFile(name))
    }

    /// A template in any file, read as one of this kit.
    func template(inFile file: String) throws(CardError) -> Template {
        try digestedTemplate(inFile: file).document
    }

    /// A template with a digest of its file and those that it extends.
    func digestedTemplate(
        inFile file: String
    ) throws(CardError) -> DigestedDocument<Template> {
        try templates.value(for: file) { () throws(CardError) in
            let bytes = try document(file, "the template", options.limits)
            var digest = sha256(of: bytes)
            let template = try Template.read(bytes, file: file, in: kit) {
                (base) throws(CardError) in
                let file = try templateFile(base)
                let bytes = try document(file, "the template", options.limits)
                digest += sha256(of: bytes)
                return (bytes, file)
            }
            return DigestedDocument(document: template, digest: digest)
        }
    }

    func templateFile(_ name: String) throws(CardError) -> String {
        let file = "\(path)/\(name).json"
        guard isFileName(name), name != "kit", fileKind(at: file) == .file else {
            throw CardError(
                .template,
                Diagnostic(
                    code: "unknown-template",
                    "the kit \(quoted(kit.name)) has no template \(quoted(name))",
                    hint: nameHint(for: name, among: try templateNames())))
        }
        return file
    }
}

extension CatalogKit {
    /// The messages in one of its languages.
    public func words(in language: Language) throws(CardError) -> WordList {
        try digestedWords(in: language).document
    }

    /// The messages with a digest of their file.
    func digestedWords(
        in language: Language
    ) throws(CardError) -> DigestedDocument<WordList> {
        try wordLists.value(for: language.tag) { () throws(CardError) in
            let file = "\(path)/words/\(language.tag).json"
            // Messages in many languages are longer than a template.
            let limit = 4 * options.limits.documentBytes
            let bytes = try document(file, "the file of words", options.limits, limit: limit)
            return DigestedDocument(
                document: try WordList.read(bytes, file: file, language: language),
                digest: sha256(of: bytes))
        }
    }

    /// The block lists for untrusted text, one for each language that has a list.
    public func blockLists() throws(CardError) -> [BlockList] {
        var lists: [BlockList] = []
        for entry in kit.languages {
            let file = "\(path)/blocked/\(entry.language.tag).json"
            guard fileKind(at: file) == .file else { continue }
            let bytes = try document(file, "the list of blocked words", options.limits)
            lists.append(try BlockList.read(bytes, file: file, language: entry.language))
        }
        return lists
    }
}

/// A template with the kit it belongs to.
public struct CatalogTemplate: Sendable {
    public let choice: TemplateChoice
    public let kit: CatalogKit
    public let template: Template

    public var name: String { template.name }
    public var placements: [String] { template.placements }

    /// Parameter names in the order of the template.
    public var parameterNames: [String] { template.parameters.map(\.name) }

    /// - Parameter name: of a parameter, or of a value of a list's item: `people.3.name`.
    public func hasParameter(_ name: String) -> Bool {
        template.parameters.parameter(named: name) != nil
    }

    public func takes(placement: String) -> Bool {
        placements.contains { isSameName($0, placement) }
    }
}
