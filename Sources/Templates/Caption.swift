import Diagnostics
import JSON
public import Scenes

/// What a template's captions are put together from, the kit's defaults filled in.
public struct Caption: Sendable {
    public let text: Sentence
    public let action: Sentence?
    /// An address.
    public let link: String?
    /// Each with its `#`.
    public let hashtags: [String]
    /// Each with its `@`.
    public let mentions: [String]
    /// What is added to the address, with names in braces still open.
    public let linkParameters: [LinkParameter]
    public let shortening: [CaptionStep]

    var sentences: [Sentence] { [text] + [action].compactMap { $0 } }
}

/// The parts of a caption that the kit gives and a template may give anew; nil where it does not.
struct CaptionParts: Sendable {
    /// `.none` where the file says `null`: there is none, whatever the kit says.
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

    static let names = [
        "action", "link", "hashtags", "mentions", "linkParameters", "shortening",
    ]
}

extension CaptionParts {
    /// Reads the fields of an object, next to which there may be others.
    init(of object: inout ObjectReader, links: [String: String]) {
        action = Self.choice("action", &object, Sentence.read)
        link = Self.choice("link", &object) { node, path throws(CardError) in
            try address(node, at: path, links)
        }
        hashtags = object.optionalEach("hashtags", readHashtag)
        mentions = object.optionalEach("mentions", readMention)
        linkParameters = object.optional("linkParameters", readParameters)
        shortening = object.optionalEach("shortening") { node, path throws(CardError) in
            try node.choice(at: path)
        }
    }

    private static func choice<Value>(
        _ name: String, _ object: inout ObjectReader, _ body: NodeBody<Value>
    ) -> Choice<Value>? {
        object.optional(name) { node, path throws(CardError) in
            if case .null = node.value { return .none }
            return .some(try body(node, path))
        }
    }

    /// The kit's own: an object of parts.
    static func read(
        _ node: JSONNode, at path: JSONPath, links: [String: String]
    ) throws(CardError) -> CaptionParts {
        var object = ObjectReader(node, at: path)
        let parts = CaptionParts(of: &object, links: links)
        try object.finish()
        return parts
    }

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

extension Caption {
    /// Reads a sentence, or `{ "text": sentence, "action": …, "link": …, … }`.
    static func read(
        _ node: JSONNode, at path: JSONPath, in kit: Kit
    ) throws(CardError) -> Caption {
        guard isObjectOfParts(node) else {
            return CaptionParts().caption(try Sentence.read(node, at: path), over: kit)
        }
        var object = ObjectReader(node, at: path)
        let standIn = Sentence(
            source: .literal(""), location: node.location, path: path, message: nil)
        let text = object.read("text", orStandIn: standIn, Sentence.read)
        let parts = CaptionParts(of: &object, links: kit.links)
        try object.finish()
        return parts.caption(text, over: kit)
    }

    private static func isObjectOfParts(_ node: JSONNode) -> Bool {
        if case .object? = node["text"]?.value { return true }
        return CaptionParts.names.contains { node[$0] != nil }
    }
}

private func address(
    _ node: JSONNode, at path: JSONPath, _ links: [String: String]
) throws(CardError) -> String {
    let name = try readName(node, at: path)
    guard let address = links[name] else {
        throw unknownName(
            "unknown-link", "link", name, in: links.keys.sorted(), of: node, at: path,
            cure: "add it to the links of kit.json")
    }
    return address
}

/// An object of values by name, like `{ "utm_source": "{network}" }`.
private func readParameters(
    _ node: JSONNode, at path: JSONPath
) throws(CardError) -> [LinkParameter] {
    var object = ObjectReader(node, at: path)
    let parameters = object.eachMember { member, path throws(CardError) in
        try checkName(member, at: path)
        let value = try readLine(member.value, at: path)
        if let name = unknownName(in: value) {
            throw Templates.unknownName(
                "unknown-placeholder", "part of a link", name, in: CaptionNames.all,
                of: member.value, at: path)
        }
        return LinkParameter(name: member.name, value: value)
    }
    try object.finish()
    return parameters
}

/// The first name in braces that a value of a link cannot have.
private func unknownName(in text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
        let name = part.prefix { $0 != UInt8(ascii: "}") }
        let text = String(decoding: name, as: UTF8.self)
        if name.endIndex == part.endIndex || !CaptionNames.all.contains(text) { return text }
    }
    return nil
}

/// What a value of a link may name in braces.
enum CaptionNames {
    static let all = ["network", "kit", "template", "placement", "language"]
}

func readHashtag(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try readLine(node, at: path)
    guard isMarked(text, by: "#") else {
        throw fault(
            "bad-hashtag", "expected a hashtag like \"#Campaign\", found \(quoted(text))", of: node,
            at: path, hint: "write # and one word without spaces")
    }
    return text
}

private func readMention(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try readLine(node, at: path)
    guard isMarked(text, by: "@") else {
        throw fault(
            "bad-mention", "expected a mention like \"@campaign\", found \(quoted(text))",
            of: node, at: path, hint: "write @ and a name without spaces")
    }
    return text
}

/// Whether a text is a mark and one word; only a mention has the mark again, before its server.
private func isMarked(_ text: String, by mark: Unicode.Scalar) -> Bool {
    let rest = text.unicodeScalars.dropFirst()
    guard text.unicodeScalars.first == mark, let first = rest.first, let last = rest.last else {
        return false
    }
    let marks = rest.count { $0 == mark }
    return first != mark && last != mark && marks <= (mark == "@" ? 1 : 0)
        && rest.allSatisfy { !$0.properties.isWhitespace && $0 != "#" }
}
