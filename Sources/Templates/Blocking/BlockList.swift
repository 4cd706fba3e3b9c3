public import BlueHeartDiagnostics
import BlueHeartJSON
public import BlueHeartLanguages

/// Words refused in untrusted text on a kit's cards: `blocked/<language>.json`.
///
/// `anywhere`, `hate` and `exploitation` apply to cards in every language, `here` to cards in the
/// file's own language, for words that are harmless in another. `names` cannot be taken as one's
/// own name. `free` are names and phrases that contain a blocked word and are allowed.
public struct BlockList: Sendable {
    let language: Language
    let rules: [BlockRule]

    /// - Throws: every fault of the file.
    public static func read(
        _ bytes: [UInt8], file: String, language: Language
    ) throws(CardError) -> BlockList {
        let root = try JSONDocument.read(bytes, file: file, limits: .words)
        var object = ObjectReader(root, at: JSONPath())
        _ = object.optionalString("$schema")
        _ = object.optionalString("source")
        let rules = BlockRule.Kind.allCases.flatMap { kind in
            (object.optionalEach(kind.rawValue, BlockPattern.read) ?? [])
                .map { BlockRule(kind: kind, pattern: $0, language: language) }
        }
        try object.finish()
        return BlockList(language: language, rules: rules)
    }
}

/// A pattern of a block list and the texts for which it holds.
struct BlockRule: Sendable {
    /// The parts of a list, by their names in the file.
    enum Kind: String, CaseIterable, Sendable {
        case anywhere, here, hate, exploitation, names, free
    }

    let kind: Kind
    let pattern: BlockPattern
    let language: Language
}

extension BlockPattern {
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> BlockPattern {
        if case .string(let word) = node.value, let pattern = BlockPattern(word) { return pattern }
        throw fault(
            "bad-blocked-word", "expected a word or phrase", of: node, at: path,
            hint: "write letters, with a * before or after them where others may follow")
    }
}
