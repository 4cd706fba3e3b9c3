import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartSupport
import BlueHeartTemplates

/// Sentences of the page in one language: `web/words/<language>.json`.
struct PageWords: Sendable {
    let language: Language
    private let list: WordList

    /// Reads the files of all languages of `kit` that the page has.
    ///
    /// - Throws: faults of a file; keys that a language lacks; kinds of placements without a word.
    static func read(
        folder: String, for kit: Kit, placements: PlacementList
    ) throws(CardError) -> [PageWords] {
        var all: [PageWords] = []
        for entry in kit.languages {
            let file = "\(folder)/\(entry.language.tag).json"
            guard isFile(at: file) else { continue }
            let bytes = try InputFile(file).readAll(limit: 1 << 20)
            let list = try WordList.read(bytes, file: file, language: entry.language)
            all.append(PageWords(language: entry.language, list: list))
        }
        guard let first = all.first else {
            throw CardError(
                .asset,
                Diagnostic(
                    code: "missing-words",
                    "\(quoted(folder, limit: 300)) has no language of the kit "
                        + quoted(kit.name)))
        }
        let kinds = placements.placements.compactMap(\.kind).map { "place.\($0)" }
        let faults = all.flatMap { $0.missing(first.list.keys + kinds) }
        guard faults.isEmpty else { throw CardError(.asset, faults) }
        return all
    }

    private func missing(_ keys: [String]) -> [Diagnostic] {
        Set(keys).sorted().filter { list[$0] == nil }.map { key in
            Diagnostic(
                code: "missing-word",
                "\(quoted(list.file, limit: 300)) has no sentence \(quoted(key))")
        }
    }

    /// A sentence with its placeholders.
    ///
    /// - Precondition: the key exists; all files have the same keys.
    subscript(key: String) -> String {
        guard let sentence = list[key] else { preconditionFailure("no sentence \(key)") }
        return sentence.text
    }

    /// A number with the language's digits and separators.
    func number(_ count: Int) -> String { LanguageFormats(language).string(from: Double(count)) }

    /// Name of a placement without its network.
    func title(of placement: Placement) -> String {
        placement.kind.map { self["place.\($0)"] } ?? placement.title
    }

    /// Name of a network; groups that are no network, such as display ads, have a word.
    func title(of network: Network) -> String {
        list["network.\(network.name)"]?.text ?? network.title
    }

    /// A sentence with `{formats}` for the formats of photographs.
    func naming(formatsIn key: String) -> String {
        filled(key, [("formats", language.alternatives(ImageFormat.ofPhotos.map(\.name)))])
    }

    /// A sentence with values in place of `{name}`.
    func filled(_ key: String, _ values: [(name: String, value: String)]) -> String {
        var rest = Substring(self[key])
        var text = ""
        // Braces in values are text.
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            text += rest[..<open]
            text += values.first { $0.name == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
