import BlueHeartDiagnostics
import BlueHeartJSON

/// A text that begins with an expression in braces: `{share}%` is `share` and `%`.
struct BracedText {
    let inner: String
    let suffix: String

    /// Nil where the text does not begin with a brace, or the brace is not closed.
    init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "{"),
            let end = text.utf8.firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        inner = String(text[text.utf8.index(after: text.utf8.startIndex)..<end])
        suffix = String(text[text.utf8.index(after: end)...])
    }
}

extension JSONNode {
    /// The text inside the braces of a string that is one expression: `{share / 2}`.
    var bracedText: String? {
        guard case .string(let text) = value, let braced = BracedText(text),
            braced.suffix.isEmpty
        else { return nil }
        return braced.inner
    }
}
