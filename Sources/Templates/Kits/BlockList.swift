public import BlueHeartDiagnostics
import BlueHeartJSON
public import BlueHeartLanguages

/// Words refused in untrusted text on a kit's cards: `blocked/<language>.json`.
///
/// `anywhere` applies to cards in every language, `here` to cards in the file's own language, for
/// words that are harmless in another. A star at an end matches any letters.
public struct BlockList: Sendable {
    public let language: Language
    private let anywhere: [Pattern]
    private let here: [Pattern]

    fileprivate struct Pattern {
        var letters: [Unicode.Scalar]
        var isOpenBefore: Bool
        var isOpenAfter: Bool
    }

    /// - Throws: every fault of the file.
    public static func read(
        _ bytes: [UInt8], file: String, language: Language
    ) throws(CardError) -> BlockList {
        let root = try JSONDocument.read(bytes, file: file, limits: .words)
        var object = ObjectReader(root, at: JSONPath())
        _ = object.optionalString("$schema")
        let anywhere = object.optionalEach("anywhere", Pattern.read) ?? []
        let here = object.optionalEach("here", Pattern.read) ?? []
        try object.finish()
        return BlockList(language: language, anywhere: anywhere, here: here)
    }

    /// True if a text contains a word of the list.
    ///
    /// - Parameter language: that of the card.
    public func holds(_ text: FoldedText, on language: Language) -> Bool {
        let patterns = language == self.language ? anywhere + here : anywhere
        return text.words.contains { word in patterns.contains { $0.matches(word) } }
    }
}

extension BlockList.Pattern {
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> BlockList.Pattern {
        if case .string(let word) = node.value, let pattern = BlockList.Pattern(word) {
            return pattern
        }
        throw fault(
            "bad-blocked-word", "expected one word", of: node, at: path,
            hint: "write letters, with a * before or after them where others may follow")
    }

    private init?(_ word: String) {
        isOpenBefore = word.utf8.first == UInt8(ascii: "*")
        isOpenAfter = word.utf8.count > 1 && word.utf8.last == UInt8(ascii: "*")
        let middle = word.dropFirst(isOpenBefore ? 1 : 0).dropLast(isOpenAfter ? 1 : 0)
        let words = FoldedText(String(middle)).words
        guard words.count == 1, !middle.utf8.contains(UInt8(ascii: "*")) else { return nil }
        letters = words[0]
    }

    fileprivate func matches(_ word: [Unicode.Scalar]) -> Bool {
        guard word.count >= letters.count else { return false }
        if !isOpenBefore {
            return word.starts(with: letters) && (isOpenAfter || word.count == letters.count)
        }
        let last = word.count - letters.count
        return ((isOpenAfter ? 0 : last)...last).contains { start in
            word[start..<(start + letters.count)].elementsEqual(letters)
        }
    }
}
