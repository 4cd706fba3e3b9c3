public import BlueHeartDiagnostics
import BlueHeartJSON

extension FontCatalog {
    /// Reads `fonts.json`; its packages and files are used by the set-up only.
    ///
    /// - Throws: every fault of the file, including unknown families in `fallback`.
    public static func read(_ bytes: [UInt8], file: String) throws(CardError) -> FontCatalog {
        let root = try JSONDocument.read(bytes, file: file, kind: .asset)
        var object = ObjectReader(root, at: JSONPath(), kind: .asset)
        object.allow("$schema", "packages", "files")
        let families = object.each("families") { (node, path) throws(CardError) in
            try FontFamily.read(node, at: path)
        }
        let names = Set(families.map(\.name))
        let fallback = object.each("fallback") { (node, path) throws(CardError) in
            try FallbackRule.read(node, at: path, families: names)
        }
        let hyphenation = object.optionalEach("hyphenation") { (node, path) throws(CardError) in
            try HyphenationRule.read(node, at: path)
        }
        try object.finish()
        return FontCatalog(
            families: families, fallback: fallback, hyphenation: hyphenation ?? [])
    }
}

extension FontFamily {
    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> FontFamily {
        var object = ObjectReader(node, at: path, kind: .asset)
        let name = object.string("name")
        let kind: Kind = object.bool("emoji", default: false) ? .emoji : .text
        let faces = object.each("faces") { (node, path) throws(CardError) in
            try FontDescription.read(node, at: path, family: name, kind: kind)
        }
        if faces.isEmpty, node["faces"] != nil {
            object.note("empty-list", "expected at least one face, found none", at: "faces")
        }
        try object.finish()
        return FontFamily(name: name, kind: kind, faces: faces)
    }
}

extension FontDescription {
    static func read(
        _ node: JSONNode, at path: JSONPath, family: String, kind: FontFamily.Kind
    ) throws(CardError) -> FontDescription {
        var object = ObjectReader(node, at: path, kind: .asset)
        let file = object.string("file")
        let index = object.integer("index", in: 0...255, default: 0)
        let lightest = object.integer("weight", in: 1...1000)
        let boldest = object.integer("maxWeight", in: 1...1000, default: lightest)
        let isItalic = object.bool("italic", default: false)
        let axes = object.read("axes", default: [:]) { (node, path) throws(CardError) in
            try readAxes(node, at: path)
        }
        if boldest < lightest {
            object.note(
                "out-of-range", "expected at least \(lightest), found \(boldest)", at: "maxWeight")
        }
        try object.finish()
        return FontDescription(
            family: family, file: file, index: index, weights: lightest...boldest,
            isItalic: isItalic, axes: axes, kind: kind)
    }

    private static func readAxes(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> [String: Double] {
        var object = ObjectReader(node, at: path, kind: .asset)
        var axes: [String: Double] = [:]
        for member in object.members { axes[member.name] = object.number(member.name) }
        try object.finish()
        return axes
    }
}

extension HyphenationRule {
    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> HyphenationRule {
        var object = ObjectReader(node, at: path, kind: .asset)
        let languages = object.each("languages") { (node, path) throws(CardError) in
            try node.string(at: path)
        }
        let file = object.string("file")
        try object.finish()
        return HyphenationRule(languages: Set(languages), file: file)
    }
}

extension FallbackRule {
    static func read(
        _ node: JSONNode, at path: JSONPath, families known: Set<String>
    ) throws(CardError) -> FallbackRule {
        let name: NodeBody<String> = { (node, path) throws(CardError) in
            try node.string(at: path)
        }
        var object = ObjectReader(node, at: path, kind: .asset)
        let scripts = object.optionalEach("scripts", name)
        let languages = object.optionalEach("languages", name)
        let families = object.each("families", name)
        for name in families where !known.contains(name) {
            object.note(
                "unknown-family", "unknown font family \"\(name)\"", at: "families",
                hint: didYouMean(name, among: known.sorted()))
        }
        try object.finish()
        return FallbackRule(
            scripts: scripts.map { Set($0) }, languages: languages.map { Set($0) },
            families: families)
    }
}
