import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartTemplates

/// Moderation of public texts: contact data, mixed scripts and blocked words.
struct TextGuard: Sendable {
    let lists: [BlockList]

    /// Length limit of a parameter without its own, in characters.
    private static let limit = 300

    /// Faults of the texts; empty for none.
    func faults(
        of entries: [ParameterValues.Entry], _ template: PublicTemplate, on language: Language
    ) -> [Diagnostic] {
        entries.compactMap { entry in
            guard let parameter = template.parameter(entry.name), parameter.kind == .text,
                let (code, message, hint) = refusal(of: entry.value, language)
            else { return nil }
            return Diagnostic(
                code: code, "\(quoted(parameter.name)): \(message)",
                path: JSONPath([.key(parameter.name)]), hint: hint)
        }
    }

    private func refusal(
        of text: String, _ language: Language
    ) -> (code: String, message: String, hint: String)? {
        guard text.unicodeScalars.prefix(10 * Self.limit + 1).count <= 10 * Self.limit,
            text.count <= Self.limit
        else {
            return (
                "text-too-long", "expected at most \(Self.limit) characters, found more",
                "shorten it"
            )
        }
        if let pattern = ContactPattern.found(in: text) {
            return (
                "contact-in-text", "expected words, found \(pattern.rawValue)",
                "remove it; the caption links the campaign"
            )
        }
        if mixesScripts(text) {
            return (
                "mixed-scripts",
                "expected words with letters of one script each, found several scripts in a word",
                "write the word in its own script"
            )
        }
        let folded = FoldedText(text)
        guard lists.contains(where: { $0.holds(folded, on: language) }) else { return nil }
        return (
            "blocked-word", "expected words that the kit allows, found a blocked word",
            "use other words; if it is your name, write to the operator of this site"
        )
    }
}
