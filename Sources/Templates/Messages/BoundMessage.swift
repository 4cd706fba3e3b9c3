import BlueHeartDiagnostics
import BlueHeartLanguages

/// A sentence whose names are looked up; only values are missing.
struct BoundMessage: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        case value(ValueReference)
        /// The sentence of the repeat around it.
        case item
        case plural(Quantity, offset: Double, exact: [(Double, BoundMessage)], forms: [Form])
        case select(ValueReference, [(value: String, message: BoundMessage)])
        /// `#`
        case pluralNumber
        case marked(Mark, BoundMessage)
    }

    struct Form: Sendable {
        var category: PluralCategory
        var message: BoundMessage
    }

    enum Quantity: Sendable {
        case value(ValueReference)
        case fixed(Double)
    }

    private(set) var parts: [Part] = []

    init() {}

    init(_ text: String) { append(.text(text)) }

    /// Adds a part; a text joins the text before it.
    mutating func append(_ part: Part) {
        if case .text(let new) = part, case .text(let old)? = parts.last {
            parts[parts.count - 1] = .text(old + new)
        } else {
            parts.append(part)
        }
    }

    mutating func append(_ other: BoundMessage) {
        for part in other.parts { append(part) }
    }

    /// The whole text, where nothing is open.
    var fixedText: String? { fixedWords?.text }

    /// All words with their marks, where nothing is open.
    var fixedWords: MarkedWords? {
        var words = MarkedWords()
        return addFixed(to: &words, []) ? words : nil
    }

    private func addFixed(to words: inout MarkedWords, _ marks: [Mark]) -> Bool {
        parts.allSatisfy { part in
            switch part {
            case .text(let text): words.append(text, marks)
            case .marked(let mark, let message):
                return message.addFixed(to: &words, marks + [mark])
            case .value, .item, .plural, .select, .pluralNumber: return false
            }
            return true
        }
    }

    /// Every mark in it, whatever is filled in.
    var marks: Set<Mark> {
        var marks: Set<Mark> = []
        for part in parts {
            switch part {
            case .text, .value, .item, .pluralNumber: break
            case .marked(let mark, let message): marks.formUnion(message.marks.union([mark]))
            case .select(_, let cases): for form in cases { marks.formUnion(form.message.marks) }
            case .plural(_, _, let exact, let forms):
                for form in exact { marks.formUnion(form.1.marks) }
                for form in forms { marks.formUnion(form.message.marks) }
            }
        }
        return marks
    }
}

/// Words split where their marks change.
struct MarkedWords: Hashable, Sendable {
    struct Run: Hashable, Sendable {
        var text: String
        /// Outermost first.
        var marks: [Mark]
    }

    private(set) var runs: [Run] = []

    var text: String {
        runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
    }

    mutating func append(_ text: String, _ marks: [Mark]) {
        guard !text.isEmpty else { return }
        if runs.last?.marks == marks {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: text, marks: marks))
        }
    }
}
