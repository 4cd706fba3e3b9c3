public import Diagnostics
import Drawing
import JSON
import Languages

extension Kit {
    /// Reads `kit.json`.
    ///
    /// - Throws: every fault of the file.
    public static func read(
        _ bytes: [UInt8], file: String, checks rules: [CheckRule] = []
    ) throws(CardError) -> Kit {
        let root = try JSONDocument.read(bytes, file: file)
        let places = Places(of: root)
        do throws(CardError) {
            return try read(root, file: file, rules)
        } catch {
            throw places.straightened(error)
        }
    }

    private static func read(
        _ root: JSONNode, file: String, _ rules: [CheckRule]
    ) throws(CardError) -> Kit {
        var object = ObjectReader(root, at: JSONPath())
        object.allow("$schema")
        let name = object.optional("name", readName)
        if name == nil { _ = object.node("name") }
        let title = object.read("title", orStandIn: "", readLine)
        let languages = object.each("languages", readLanguage)
        noteLanguages(languages, &object)
        let palette = self.palette(&object)
        let fonts = table("fonts", &object, readFamilies)
        let spacing = table("spacing", &object) { node, path throws(CardError) in
            try node.number(at: path, in: 0...1e6, unit: "px")
        }
        if spacing["safe"] != nil {
            object.note(
                "reserved-name", "a spacing cannot be named \"safe\"", at: "spacing",
                hint: "lengths use this name already; choose another")
        }
        let links = table("links", &object, readAddress)
        let hashtags = object.optionalEach("hashtags", readHashtag) ?? []
        let captions = object.read("captions", default: CaptionParts()) {
            node, path throws(CardError) in
            try CaptionParts.read(node, at: path, links: links)
        }
        let checks = object.read("checks", default: CheckSeverities()) {
            (node, path) throws(CardError) in
            try CheckSeverities.read(node, at: path, of: rules)
        }
        let symbols = object.read("symbols", default: KitSymbols(), KitSymbols.read)
        let credit = object.optional("credit", readLine)
        let rights = object.optional("rights", readLine)
        let usageTerms = object.optional("usageTerms", Sentence.read)
        let families = table("families", &object, readFamily)
        let reference = object.optional("reference", Reference.read)
        let styleNode = object.optionalNode("styles")
        let styles = StyleTable(styleNode, at: object.path(to: "styles"))
        var kit = Kit(
            name: name ?? "", title: title, languages: languages, palette: palette, fonts: fonts,
            spacing: spacing, links: links, hashtags: hashtags, symbols: symbols, credit: credit,
            rights: rights, usageTerms: usageTerms, captions: captions, checks: checks,
            families: families, reference: reference,
            variants: [], placementUses: [], styles: styles, styleNode: styleNode, file: file)
        let scope = Scope.checking(kit)
        object.attempt { () throws(CardError) in try styles.check(in: scope) }
        let notes = Notes()
        kit.variants = self.variants(&object, scope, notes)
        kit.placementUses = notes.placements
        try object.finish()
        return kit
    }

    private static func variants(
        _ object: inout ObjectReader, _ scope: Scope, _ notes: Notes
    ) -> [Variant] {
        object.variants(atMost: variantLimit) { node, path throws(CardError) in
            try variant(node, at: path, scope, notes)
        }
    }

    private static func variant(
        _ node: JSONNode, at path: JSONPath, _ scope: Scope, _ notes: Notes
    ) throws(CardError) -> Variant {
        var object = ObjectReader(node, at: path)
        var tolerant = scope
        tolerant.toleratesUnknownParameters = true
        let when = object.optionalNode("when")
        object.attempt { () throws(CardError) in
            try _ = tolerant.when(node, at: path, notes)
        }
        let look = object.look(in: scope) { styles in
            [StyleTable(scope.kit.styleNode, nil, changedBy: [styles])]
        }
        if look.isEmpty, !object.hasFaults {
            object.note(
                Diagnostic(
                    code: "missing-field", "a variant sets nothing", at: node.location,
                    path: object.path(to: "styles"),
                    hint: "add \"reference\", \"palette\" or \"styles\""))
        }
        try object.finish()
        return Variant(
            when: when, reference: look.reference, palette: look.palette, styles: look.styles,
            path: path, isOfKit: true)
    }

    /// Colours that are written in hex, and those that have the names of these.
    private static func palette(_ object: inout ObjectReader) -> [String: Color] {
        let own = table("palette", &object) { node, path throws(CardError) in
            isAlias(node) ? nil : try paletteColor(node, at: path, among: [:])
        }.compactMapValues(\.self)
        guard object.has("palette") else { return [:] }
        let names = table("palette", &object) { node, path throws(CardError) in
            isAlias(node) ? try paletteColor(node, at: path, among: own) : nil
        }.compactMapValues(\.self)
        return own.merging(names, uniquingKeysWith: { first, _ in first })
    }

    private static func isAlias(_ node: JSONNode) -> Bool {
        if case .string(let text) = node.value {
            text.utf8.first != UInt8(ascii: "#")
        } else {
            false
        }
    }

    /// Variants of one kit.
    static let variantLimit = 32

    private static func noteLanguages(_ languages: [KitLanguage], _ object: inout ObjectReader) {
        let tags = languages.map(\.language.tag)
        if tags.isEmpty, case .array(let elements)? = object.node["languages"]?.value,
            elements.isEmpty
        {
            object.note(
                "empty-list", "a kit needs at least one language", at: "languages",
                hint: "write [{ \"tag\": \"en\", \"reviewed\": true }]")
        }
        for (index, tag) in tags.enumerated() where tags[..<index].contains(tag) {
            object.note(
                "duplicate-name", "the language \(quoted(tag)) comes twice", at: "languages")
        }
    }
}

/// The members of an object that may be left out, by name.
private func table<Value>(
    _ field: String, _ object: inout ObjectReader, _ body: NodeBody<Value>
) -> [String: Value] {
    guard let node = object.optionalNode(field) else { return [:] }
    var entries = ObjectReader(node, at: object.path(to: field))
    let pairs = entries.eachMember { member, path throws(CardError) in
        try checkName(member, at: path)
        return (member.name, try body(member.value, path))
    }
    object.attempt { () throws(CardError) in try entries.finish() }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}

/// Refuses a name of ours that is not made of letters and digits.
func checkName(_ member: JSONMember, at path: JSONPath) throws(CardError) {
    guard !isName(member.name) else { return }
    throw CardError(
        .template,
        Diagnostic(
            code: "bad-name", "\(quoted(member.name)) cannot be a name", at: member.nameLocation,
            path: path, hint: "write \(nameRule)"))
}

/// A name of ours in a string.
func readName(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try node.string(at: path)
    guard isName(text) else {
        throw fault(
            "bad-name", "\(quoted(text)) cannot be a name", of: node, at: path,
            hint: "write \(nameRule)")
    }
    return text
}

/// A text of one line, not empty, at most 4,096 scalars.
func readLine(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try node.string(at: path)
    if let refusal = TextRefusal.of(text, allowsLines: false) {
        throw fault(refusal.code, refusal.message, of: node, at: path, hint: refusal.hint)
    }
    guard !isBlank(text) else {
        throw fault("empty-text", "expected some text, found none", of: node, at: path)
    }
    return text
}

private func readLanguage(_ node: JSONNode, at path: JSONPath) throws(CardError) -> KitLanguage {
    var object = ObjectReader(node, at: path)
    let language = object.optional("tag", readLanguageTag)
    if language == nil { _ = object.node("tag") }
    let isReviewed = object.bool("reviewed", default: false)
    try object.finish()
    let standIn = Language(tag: "en", direction: .leftToRight)
    return KitLanguage(language: language ?? standIn, isReviewed: isReviewed)
}

/// A BCP 47 tag.
func readLanguageTag(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Language {
    let tag = try node.string(at: path)
    do throws(LanguageFault) {
        return try Language(tag: tag)
    } catch {
        let hint: String? =
            if case .notCanonical(let canonical) = error.reason {
                "write \(quoted(canonical))"
            } else {
                "write a BCP 47 tag, like en, sk or zh-Hans"
            }
        throw fault("unknown-language", languageSentence(error), of: node, at: path, hint: hint)
    }
}

private func languageSentence(_ fault: LanguageFault) -> String {
    switch fault.reason {
    case .malformed:
        "expected a language tag such as sk or zh-Hans, found \(quoted(fault.tag))"
    case .notCanonical(let canonical):
        "expected the language tag \(quoted(canonical)), found \(quoted(fault.tag))"
    case .unknown: "no language is known by the tag \(quoted(fault.tag))"
    }
}

/// Names of placements, at least one.
private func readFamily(
    _ node: JSONNode, at path: JSONPath
) throws(CardError) -> [PlacementUse] {
    var uses: [PlacementUse] = []
    for (index, element) in try node.array(at: path).enumerated() {
        let way = path.appending(.index(index))
        uses.append(
            PlacementUse(name: try readName(element, at: way), node: element, path: way))
    }
    guard !uses.isEmpty else {
        throw fault("empty-list", "expected at least one placement", of: node, at: path)
    }
    return uses
}

/// A family or a list of them.
func readFamilies(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [String] {
    if case .string = node.value { return [try readLine(node, at: path)] }
    guard case .array(let elements) = node.value else {
        throw node.wrongType(expected: "a font family or a list of them", at: path)
    }
    var families: [String] = []
    for (index, element) in elements.enumerated() {
        families.append(try readLine(element, at: path.appending(.index(index))))
    }
    guard !families.isEmpty else {
        throw fault("empty-list", "expected at least one font family", of: node, at: path)
    }
    return families
}

private func readAddress(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try readLine(node, at: path)
    if let problem = linkProblem(text) {
        throw fault(
            "bad-link", problem, of: node, at: path, hint: "write https://, then the address")
    }
    return text
}

extension KitSymbols {
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> KitSymbols {
        var object = ObjectReader(node, at: path)
        let symbols = KitSymbols(
            leastSize: object.optionalNumber("leastSize", in: 1...1_000, unit: "px"),
            clearSpace: object.optionalNumber("clearSpace", in: 0...2))
        try object.finish()
        return symbols
    }
}
