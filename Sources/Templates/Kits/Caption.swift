import BlueHeartDiagnostics
import BlueHeartJSON
public import BlueHeartScenes

/// The parts of a template's captions, with the kit's defaults.
public struct Caption: Sendable {
    public let text: Sentence
    public let action: Sentence?
    /// An address.
    public let link: String?
    /// Each with its `#`.
    public let hashtags: [String]
    /// Each with its `@`.
    public let mentions: [String]
    /// Parameters added to the address, with unresolved names in braces.
    public let linkParameters: [LinkParameter]
    public let shortening: [CaptionStep]

    var sentences: [Sentence] { [text] + [action].compactMap { $0 } }
}

/// The parts of a caption that the kit gives and a template may give anew; nil where it does not.
struct CaptionParts: Sendable {
    /// `.none` for `null` in the file: no value, whatever the kit has.
    enum Choice<Value: Sendable>: Sendable {
        case none
        case some(Value)

        var value: Value? { if case .some(let value) = self { value } else { nil } }
    }

    var action: Choice<Sentence>?
    /// An address.
    var link: Choice<String>?
    var hashtags: [String]?
    var mentions: [String]?
    var linkParameters: [LinkParameter]?
    var shortening: [CaptionStep]?
}

extension CaptionParts {
    func caption(_ text: Sentence, over kit: Kit) -> Caption {
        let standard = kit.captions
        return Caption(
            text: text, action: (action ?? standard.action)?.value,
            link: (link ?? standard.link)?.value,
            hashtags: hashtags ?? standard.hashtags ?? kit.hashtags,
            mentions: mentions ?? standard.mentions ?? [],
            linkParameters: linkParameters ?? standard.linkParameters ?? [],
            shortening: shortening ?? standard.shortening ?? CaptionStep.standard)
    }
}

/// The first name in braces that a value of a link cannot have.
func unknownName(in text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
        let name = part.prefix { $0 != UInt8(ascii: "}") }
        let text = String(decoding: name, as: UTF8.self)
        if name.endIndex == part.endIndex || !CaptionNames.all.contains(text) { return text }
    }
    return nil
}

/// Names in braces allowed in a value of a link.
enum CaptionNames {
    static let all = ["network", "kit", "template", "placement", "language"]
}

/// True if a text is a mark and one word; only a mention contains the mark again, before its
/// server.
func isMarked(_ text: String, by mark: Unicode.Scalar) -> Bool {
    let rest = text.unicodeScalars.dropFirst()
    guard text.unicodeScalars.first == mark, let first = rest.first, let last = rest.last else {
        return false
    }
    let marks = rest.count { $0 == mark }
    return first != mark && last != mark && marks <= (mark == "@" ? 1 : 0)
        && rest.allSatisfy { !$0.properties.isWhitespace && $0 != "#" }
}
