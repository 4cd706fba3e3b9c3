public import BlueHeartDiagnostics
public import BlueHeartDrawing
import BlueHeartJSON
public import BlueHeartLanguages

/// A campaign: its brand and what all its cards share.
public struct Kit: Sendable {
    /// `blue-heart`, as its folder.
    public let name: String
    public let title: String
    /// Languages, at least one; the first is the kit's own.
    public let languages: [KitLanguage]
    /// Colours by name.
    public internal(set) var palette: [String: Color]
    /// Families by name, tried in order.
    public let fonts: [String: [String]]
    /// Lengths by name, in px of a template's reference size.
    public let spacing: [String: Double]
    /// Addresses by name.
    public let links: [String: String]
    /// Each with its `#`.
    public let hashtags: [String]
    public let symbols: KitSymbols
    public let credit: String?
    public let rights: String?
    /// Terms of use of its cards, in the reader's language.
    public let usageTerms: Sentence?
    /// Default parts of captions.
    let captions: CaptionParts
    /// Rules to which it gives another severity.
    public let checks: CheckSeverities
    /// Lists of placements by name.
    let families: [String: [PlacementUse]]
    /// Default unit of lengths for templates.
    let reference: Reference?
    /// Tried before those of a template.
    var variants: [Variant]
    /// Families that its fonts name.
    var familyUses: [FamilyUse] = []
    /// Keys of the words that the kit itself names.
    var wordUses: [WordUse] = []
    /// Placements that conditions of variants name.
    var placementUses: [PlacementUse]
    let styles: StyleTable
    /// The kit's styles as the file writes them, to which variants may make changes.
    let styleSheet: StyleSheet
    let file: String
}

/// A kit's requirements on symbols.
public struct KitSymbols: Hashable, Sendable {
    /// Least width or height, whichever is less, at which one is shown on a phone, in the phone's px.
    public var leastSize: Double?
    /// Clear space around a symbol, as a fraction of its shorter side.
    public var clearSpace: Double?

    public init(leastSize: Double? = nil, clearSpace: Double? = nil) {
        self.leastSize = leastSize
        self.clearSpace = clearSpace
    }
}

/// A language of a kit.
public struct KitLanguage: Hashable, Sendable {
    public var language: Language
    /// True if a native speaker has read all its messages.
    public var isReviewed: Bool

    public init(language: Language, isReviewed: Bool) {
        self.language = language
        self.isReviewed = isReviewed
    }
}

extension Kit {
    /// The kit's language with this tag; the fault names those there are.
    public func language(_ tag: String) throws(CardError) -> Language {
        if let found = languages.first(where: { isSameName($0.language.tag, tag) }) {
            return found.language
        }
        let tags = languages.map(\.language.tag)
        throw CardError(
            .data,
            Diagnostic(
                code: "unknown-language", "the kit \(quoted(name)) has no language \(quoted(tag))",
                hint: nearestName(to: tag, in: tags).map { "did you mean \(quoted($0))?" }
                    ?? listed(tags)))
    }

    /// Values of a sentence's names besides parameters: `kit.title`, `link.campaign`, `hashtags`.
    var sentenceValues: [String: String] {
        var values = ["kit.title": title, "hashtags": hashtags.joined(separator: " ")]
        values["kit.credit"] = credit
        values["kit.rights"] = rights
        for (name, address) in links { values["link.\(name)"] = address }
        return values
    }
}

extension Kit {
    /// Names of the placements of a family, or of the one with this name.
    func placementNames(of name: String) -> [String] {
        families[safe: name]?.map(\.name) ?? [name]
    }

    /// The placements of a family, or else the one that a name means.
    func placements(_ name: String, of node: JSONNode, at path: JSONPath) -> [PlacementUse] {
        families[safe: name] ?? [PlacementUse(name: name, node: node, path: path)]
    }
}
