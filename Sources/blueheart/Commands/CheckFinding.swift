import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartJSON

/// The result of checking one template, kit or drop.
struct CheckFinding {
    let name: String
    /// Number of checked cards.
    var cards = 0
    /// Templates that attribute words to others: strangers need a signed address.
    var attributing: [String] = []
    /// Paths of the written pictures of findings.
    var overlays: Set<String> = []
    /// One for each cause, in the order of the first card that has it.
    private var causes: [Cause] = []
    private var indices: [Cause.Key: Int] = [:]

    /// A place in a file that is at fault, and the cards in which it is found.
    private struct Cause {
        /// Findings of one place with one code have one cause, whatever they measure.
        struct Key: Hashable {
            let code: String
            let severity: Diagnostic.Severity
            let location: SourceLocation?
            let path: JSONPath
            /// Tells findings without a place apart.
            let message: String?

            init(_ diagnostic: Diagnostic) {
                code = diagnostic.code
                severity = diagnostic.severity
                location = diagnostic.location
                path = diagnostic.path
                message = diagnostic.location == nil ? diagnostic.message : nil
            }
        }

        /// As the first card has it.
        let diagnostic: Diagnostic
        var cards: [String]

        /// `in statement/ar/story and 11 more cards`; nil for a fault of no card.
        var cardSentence: String? {
            guard let first = cards.first else { return nil }
            let more = cards.count - 1
            return more == 0
                ? "in \(first)" : "in \(first) and \(more) more \(more == 1 ? "card" : "cards")"
        }

        var json: JSONValue {
            guard case .object(let fields) = diagnostic.json, !cards.isEmpty else {
                return diagnostic.json
            }
            return .object(fields + [.init("cards", .array(cards.map { .string($0) }))])
        }
    }

    init(name: String) {
        self.name = name
    }

    /// - Parameter card: that has it, as `statement/en/story`; nil for a fault of no card.
    mutating func add(_ diagnostic: Diagnostic, in card: String? = nil) {
        let key = Cause.Key(diagnostic)
        let index = indices[key] ?? causes.count
        if index == causes.count {
            causes.append(Cause(diagnostic: diagnostic, cards: []))
            indices[key] = index
        }
        if let card, causes[index].cards.last != card { causes[index].cards.append(card) }
    }

    /// The finding of each cause in the first card that has it.
    var diagnostics: [Diagnostic] { causes.map(\.diagnostic) }

    /// The same with the cards in which it is found, for people.
    var summaries: [String] {
        causes.map { cause in
            Report.text(of: cause.diagnostic) + (cause.cardSentence.map { "\n  \($0)" } ?? "")
        }
    }

    var isFaulty: Bool { diagnostics.contains { $0.severity == .error } }

    /// One line, like `statement: 72 cards, good`.
    var sentence: String {
        let errors = count(.error, "error")
        let warnings = count(.warning, "warning")
        let found = [errors, warnings].compactMap { $0 }.joined(separator: ", ")
        let looked = cards == 1 ? "1 card" : "\(cards) cards"
        let line = "\(printable(name)): \(looked), \(found.isEmpty ? "good" : found)"
        guard !attributing.isEmpty else { return line }
        let names = attributing.map { quoted($0) }.joined(separator: ", ")
        return line + "; attributes words to others: \(names)"
    }

    private func count(_ severity: Diagnostic.Severity, _ noun: String) -> String? {
        let count = diagnostics.count { $0.severity == severity }
        return count == 0 ? nil : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    var json: JSONValue {
        [
            "name": .string(name), "attributing": .array(attributing.map { .string($0) }),
            "cards": .integer(cards), "good": .bool(!isFaulty),
            "diagnostics": .array(causes.map(\.json)),
        ]
    }
}
