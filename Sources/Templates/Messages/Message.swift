/// A sentence with placeholders, read but not yet filled.
///
/// Source: ICU User Guide, "Formatting Messages" (the subset: placeholders, plural, selectordinal
/// left out, select, quoting by apostrophes).
struct Message: Sendable {
    indirect enum Piece: Sendable {
        case text(String)
        /// `{name}`
        case value(String)
        /// `{count, plural, …}`
        case plural(Plural)
        /// `{theme, select, …}`
        case select(Select)
        /// `#` in a plural: its number.
        case pluralNumber
        /// `**…**`, `_…_`, `[[…]]`
        case marked(Mark, Message)
    }

    struct Plural: Sendable {
        var name: String
        /// Taken off the number before its form is chosen and `#` is written.
        var offset: Double
        /// `=0` and the like, by value.
        var exact: [(number: Double, message: Message)]
        /// Forms by category: `one`, `other`.
        var forms: [(category: String, message: Message)]
    }

    struct Select: Sendable {
        var name: String
        var cases: [(value: String, message: Message)]
    }

    var pieces: [Piece]

    init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The words, their quoting and marks read, where there are no placeholders; else nil.
    var plainText: String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .marked(_, let message):
                guard let part = message.plainText else { return nil }
                text += part
            case .value, .plural, .select, .pluralNumber: return nil
            }
        }
        return text
    }

    /// The names of all placeholders, in the order of the sentence, repeated as they are.
    var names: [String] { pieces.flatMap(\.names) }
}

extension Message.Piece {
    fileprivate var names: [String] {
        switch self {
        case .text, .pluralNumber: []
        case .value(let name): [name]
        case .plural(let plural):
            [plural.name] + plural.exact.flatMap(\.message.names)
                + plural.forms.flatMap(\.message.names)
        case .select(let select): [select.name] + select.cases.flatMap(\.message.names)
        case .marked(_, let message): message.names
        }
    }
}

/// The fault of a sentence, with the index of its scalar, from 0.
struct MessageFault: Error {
    var code = "bad-sentence"
    var offset: Int
    var message: String
    var hint: String?
}
