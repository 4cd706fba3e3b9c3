/// What a sentence says of some of its words: that they stand out, not how.
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

    /// How to write what the mark is made of as text.
    var escaped: String { self == .bold ? "\\*\\*" : "\\" + opening }
}

/// Whether marks are read in a sentence, or their letters are what they are.
enum Markup: Hashable, Sendable { case read, literal }
