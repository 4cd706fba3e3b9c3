public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartSupport
public import BlueHeartTemplates
import BlueHeartTypesetting

extension CatalogKit {
    /// Warnings about parameters of a template that nothing uses.
    public func unusedParameters(of template: Template) throws(CardError) -> [Diagnostic] {
        var lists: [WordList] = []
        if !template.uses.isEmpty {
            for entry in kit.languages { lists.append(try words(in: entry.language)) }
        }
        return template.unusedParameters(words: lists, kit: kit)
    }

    /// Warnings about words of the kit's first language that no template uses.
    public func unusedWords() throws(CardError) -> [Diagnostic] {
        var templates: [Template] = []
        for name in try templateNames() { templates.append(try template(named: name)) }
        guard templates.contains(where: { !$0.uses.isEmpty }) else { return [] }
        return try words(in: kit.languages[0].language).unusedKeys(of: templates, kit: kit)
    }

    /// Every message of a language, in the order of the file.
    private func text(in language: Language) throws(CardError) -> String {
        let words = try words(in: language)
        return words.keys.compactMap { words[$0]?.text }.joined(separator: "\n")
    }

    /// Notes on letters of the kit's words that its own fonts lack, by font and language.
    public func missingLetters(in catalog: Catalog) throws(CardError) -> [Diagnostic] {
        guard fileKind(at: fontsFolder) == .folder else { return [] }
        let library = try catalog.fonts(of: self)
        var texts: [(language: Language, text: String)] = []
        for entry in kit.languages {
            texts.append((entry.language, try text(in: entry.language)))
        }
        var notes: [Diagnostic] = []
        for family in library.catalog.families where family.faces.contains(where: isOwn) {
            for (language, text) in texts {
                do throws(FontError) {
                    let letters = try library.lettersMissing(of: text, inFamily: family.name)
                    if let note = note(family, letters, language) { notes.append(note) }
                } catch {
                    throw CardError(error, hint: error.hint)
                }
            }
        }
        return notes
    }

    private func isOwn(_ face: FontDescription) -> Bool {
        face.file.utf8.starts(with: (fontsFolder + "/").utf8)
    }

    private func note(
        _ family: FontFamily, _ letters: [Unicode.Scalar], _ language: Language
    ) -> Diagnostic? {
        guard !letters.isEmpty else { return nil }
        let shown = letters.prefix(12).map { String($0) }.joined(separator: " ")
        let more = letters.count > 12 ? " …" : ""
        return Diagnostic(
            .note, code: "font-lacks-letters",
            "the font \(quoted(family.name)) lacks \(letters.count) "
                + "\(letters.count == 1 ? "letter" : "letters") of the words in \(language.tag): "
                + shown + more,
            hint: "they are set in the next family of the kit's fonts, or in one of the product")
    }
}
