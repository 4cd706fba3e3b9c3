/// A kind of emphasis in a sentence, without its look.
enum Mark: String, CaseIterable, Hashable, Sendable {
    /// `**words**`
    case bold
    /// `_words_`
    case emphasis
    /// `[[words]]`
    case accent

    var opening: String {
        switch self {
        case .bold: "**"
        case .emphasis: "_"
        case .accent: "[["
        }
    }

    var closing: String { self == .accent ? "]]" : opening }

    /// The notation of the mark's characters as text.
    var escaped: String { self == .bold ? "\\*\\*" : "\\" + opening }
}

/// Treatment of marks in a sentence: parsed, or literal.
enum Markup: Hashable, Sendable { case read, literal }
