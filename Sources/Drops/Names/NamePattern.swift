public import BlueHeartDiagnostics

/// A pattern for the files of a drop: `{template}/{language}/{placement}`.
///
/// A name in braces is replaced by the card's value, `{row}` by the number of its row; a slash
/// outside braces creates a folder.
public struct NamePattern: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case name(String)
    }

    public let text: String
    let pieces: [Piece]

    /// Names in braces besides parameters and columns.
    static let ownNames = ["template", "language", "placement", "row"]

    /// Reads a pattern.
    ///
    /// - Throws: `CardError` of kind `template` for an unbalanced or empty pair of braces.
    public init(_ text: String) throws(CardError) {
        self.text = text
        pieces = try Self.pieces(of: text)
    }

    init(text: String, pieces: [Piece]) {
        self.text = text
        self.pieces = pieces
    }

    /// The default for a drop without rows.
    public static let plain = NamePattern(
        text: "{template}/{language}/{placement}",
        pieces: [
            .name("template"), .text("/"), .name("language"), .text("/"), .name("placement"),
        ])

    /// The pattern for a few cards of one template in one folder.
    static let flat = NamePattern(
        text: "{template}-{language}-{placement}",
        pieces: [
            .name("template"), .text("-"), .name("language"), .text("-"), .name("placement"),
        ])

    /// The default for a drop with rows.
    public static let numbered = NamePattern(
        text: "{template}/{language}/{placement}-{row}",
        pieces: plain.pieces + [.text("-"), .name("row")])

    /// The names in braces.
    var names: [String] {
        pieces.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }

    /// The path of a card without its extension, relative to the drop's folder and valid on every
    /// system.
    ///
    /// - Parameter value: the value of a name in braces; nil becomes an empty text.
    func path(_ value: (String) -> String?) -> String {
        var parts = [""]
        for piece in pieces {
            switch piece {
            case .text(let text):
                let split = text.split(separator: "/", omittingEmptySubsequences: false)
                parts[parts.count - 1] += split[0]
                parts += split.dropFirst().map { String($0) }
            case .name(let name): parts[parts.count - 1] += value(name) ?? ""
            }
        }
        let named = parts.filter { !$0.isEmpty }
        return (named.isEmpty ? ["_"] : named).map(SafeName.made).joined(separator: "/")
    }

    private static func pieces(of text: String) throws(CardError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Array(text.unicodeScalars)[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.text(string(rest[..<brace]))) }
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}"),
                end > brace + 1, !rest[(brace + 1)..<end].contains("{")
            else { throw CardError(.template, badBrace(in: text)) }
            pieces.append(.name(string(rest[(brace + 1)..<end])))
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { pieces.append(.text(string(rest))) }
        guard !pieces.isEmpty else { throw CardError(.template, badBrace(in: text)) }
        return pieces
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func badBrace(in text: String) -> Diagnostic {
        Diagnostic(
            code: "bad-name-pattern",
            "expected a pattern for file names with names in braces, found \(quoted(text))",
            hint: "write it like {template}/{language}/{placement}-{row}")
    }
}
