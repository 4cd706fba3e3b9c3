import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartTemplates

/// Moderation of public texts: contact data, mixed scripts, blocked words and taken names.
///
/// The skeleton of a text is read, in which styled and imitated letters are plain; the picture
/// shows the text as it was written.
struct TextGuard: Sendable {
    let blocked: BlockIndex

    /// Length limit of a parameter without its own, in characters.
    private static let limit = 300

    /// Faults of the texts; empty for none.
    func faults(
        of entries: [ParameterValues.Entry], _ template: PublicTemplate, on language: Language
    ) -> [Diagnostic] {
        entries.compactMap { entry in
            guard let parameter = template.parameter(entry.name), parameter.kind == .text,
                let refusal = refusal(of: entry.value, used: parameter.use, language)
            else { return nil }
            return Diagnostic(
                code: refusal.code, "\(quoted(parameter.name)): \(refusal.message)",
                path: JSONPath([.key(parameter.name)]), hint: refusal.hint)
        }
    }

    /// True if a person's name is refused.
    func refusesName(_ text: String, on language: Language) -> Bool {
        refusal(of: text, used: .name, language) != nil
    }

    private func refusal(
        of text: String, used use: BlockIndex.Use, _ language: Language
    ) -> Refusal? {
        guard text.unicodeScalars.prefix(10 * Self.limit + 1).count <= 10 * Self.limit,
            text.count <= Self.limit
        else { return .length(Self.limit) }
        if mixesScripts(text) { return .scripts }
        for reading in readings(of: skeleton(of: text)) {
            if let pattern = ContactPattern.found(in: reading) { return .contact(pattern) }
            switch blocked.finding(in: FoldedText(reading), used: use, on: language) {
            case .word: return .word
            case .name: return .name
            case nil: continue
            }
        }
        return nil
    }
}

extension Parameter {
    /// The public parameter for a person's name is called `name` in every template.
    fileprivate var use: BlockIndex.Use { isSameName(name, "name") ? .name : .words }
}

/// The reason to refuse a text.
private struct Refusal {
    let code: String
    let message: String
    let hint: String

    static func length(_ limit: Int) -> Refusal {
        Refusal(
            code: "text-too-long", message: "expected at most \(limit) characters, found more",
            hint: "shorten it")
    }

    static func contact(_ pattern: ContactPattern) -> Refusal {
        Refusal(
            code: "contact-in-text", message: "expected words, found \(pattern.rawValue)",
            hint: "remove it; the caption links the campaign")
    }

    static let scripts = Refusal(
        code: "mixed-scripts",
        message: "expected words with letters of one script each, found several scripts in a word",
        hint: "write the word in its own script")

    static let word = Refusal(
        code: "blocked-word", message: "expected words that the kit allows, found a blocked word",
        hint: "use other words; if it is your name, write to the operator of this site")

    static let name = Refusal(
        code: "taken-name",
        message: "expected a name of one's own, found the name of the campaign or of its owner",
        hint: "write your own name, or that of your group")
}
