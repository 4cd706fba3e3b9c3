import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages

/// The schema line of any file, for editors.
struct SchemaFields: FieldSet {
    static let fields = Self()
    let schema = Field(
        "$schema", .line, styles: false, example: #""./schemas/template.schema.json""#,
        "The address of the file's schema, for editors")
}

/// Fields of `kit.json`.
struct KitFields: FieldSet {
    static let fields = Self()
    let name = Field<String>.required(
        "name", .name, example: #""river""#, "The name of the kit, as its folder")
    let title = Field<String>.required(
        "title", .line, example: #""River Watch""#, "The name of the campaign, for people")
    let languages = Field<[KitLanguage]>.required(
        "languages", .list(of: .kitLanguage, count: 1...1_000), also: ["locales"],
        example: #"[{ "tag": "en", "reviewed": true }]"#,
        "The languages of the kit, its own first")
    let palette = Field(
        "palette", .palette, also: ["colors", "colours"],
        example: ##"{ "ink": "#10243E", "ground": "ink" }"##,
        "Colours by name: in hex, or the name of another")
    let fonts = Field(
        "fonts", .fontTable, also: ["typefaces"], example: #"{ "text": "Noto Sans" }"#,
        "Families by name, each a family or a list that is tried in order; `text` is the standard")
    let spacing = Field(
        "spacing", .spacingTable, also: ["space", "sizes"], example: #"{ "s": 16, "m": 32 }"#,
        "Lengths by name, in px of the reference size")
    let links = Field(
        "links", .linkTable, also: ["urls"], example: #"{ "home": "https://river.example" }"#,
        "Addresses by name")
    let hashtags = Field(
        "hashtags", .list(of: .hashtag), also: ["tags"], example: ##"["#RiverWatch"]"##,
        "Each with its `#`, the most important first")
    let captions = Field(
        "captions", .captionParts, example: #"{ "link": "home" }"#,
        "Parts of captions where a template says nothing")
    let checks = Field(
        "checks", .checkSeverities,
        example:
            #"{ "caption-shortened": { "severity": "off", "reason": "Short networks may do without." } }"#,
        "Checks with another severity, each with the kit's reason")
    let symbols = Field(
        "symbols", .kitSymbols, example: #"{ "leastSize": 24, "clearSpace": 0.25 }"#,
        "The demands on nodes with the role `symbol`")
    let credit = Field("credit", .line, example: #""River Watch""#, "The author of the pictures")
    let rights = Field("rights", .line, example: #""© River Watch""#, "The owner of the rights")
    let usageTerms = Field(
        "usageTerms", .sentence, example: #"{ "words": "terms" }"#,
        "A sentence on the use of the pictures")
    let families = Field(
        "families", .familyTable, example: #"{ "post": ["square", "portrait"] }"#,
        "Lists of placements by name")
    let reference = Field(
        "reference", .reference, shown: "1080 x 1080",
        example: #"{ "width": 1080, "height": 1080 }"#,
        "The size whose px lengths count in: a width and a height, or `display`")
    let styles = Field(
        "styles", .styleSheet,
        example: #"{ "headline": { "fontSize": { "min": 40, "max": 96 } } }"#,
        "Fields for nodes and spans by name")
    let variants = Field(
        "variants", .variants(of: .kit),
        example:
            #"[{ "when": { "placement": "story" }, "styles": { "headline": { "maxLines": 4 } } }]"#,
        "Changes of reference, palette and styles where a condition holds; at most 32")
}

struct KitLanguageFields: FieldSet {
    static let fields = Self()
    let tag = Field<Language>.required(
        "tag", .language, also: ["code", "language"], example: #""zh-Hans""#, "A BCP 47 tag")
    let reviewed = Field(
        "reviewed", .flag, default: false, example: "true",
        "Whether a native speaker has read all its sentences")
}

struct SymbolFields: FieldSet {
    static let fields = Self()
    let leastSize = Field(
        "leastSize", .number(in: 1...1_000, unit: "px"), example: "24",
        "The least side at which a symbol is shown on a phone")
    let clearSpace = Field(
        "clearSpace", .number(in: 0...2), example: "0.25",
        "The clear space around a symbol, as a part of its shorter side")
}

struct SizeFields: FieldSet {
    static let fields = Self()
    let width = Field<Double>.required(
        "width", .fixedNumber(in: 16...8_192, unit: "px"), example: "1080", "The width")
    let height = Field<Double>.required(
        "height", .fixedNumber(in: 16...8_192, unit: "px"), example: "1080", "The height")
}

// MARK: - Types

extension ValueType where Value == Double {
    /// A number that no parameter changes.
    static func fixedNumber(in range: ClosedRange<Double>, unit: String = "") -> ValueType {
        constant(.number(range, unit: unit), standIn: range.lowerBound) {
            node, path, _ throws(CardError) in try node.number(at: path, in: range, unit: unit)
        }
    }
}

extension ValueType where Value == Reference {
    /// A width and a height in px, or `display`.
    static var reference: ValueType {
        let display = ValueType.constant(
            .choice([
                Form.ChoiceForm(
                    value: "display", summary: "px of the screen on which people see the card")
            ]), standIn: .standard
        ) { node, path, _ throws(CardError) in
            guard case .string(let text) = node.value else {
                throw node.wrongType(expected: "a size or \"display\"", at: path)
            }
            guard isSameName(text, "display") else {
                throw fault(
                    "unknown-choice", "expected a size or \"display\", found \(quoted(text))",
                    of: node, at: path,
                    hint: "write \"display\" or { \"width\": 1080, \"height\": 1080 }")
            }
            return .display
        }
        return display.or(
            object: object(SizeFields.self, standIn: .standard) {
                reader, fields throws(CardError) in
                .size(
                    Size(
                        width: reader.required(fields.width),
                        height: reader.required(fields.height)))
            })
    }
}

extension ValueType where Value == KitLanguage {
    fileprivate static var kitLanguage: ValueType {
        let standIn = KitLanguage(
            language: Language(tag: "en", direction: .leftToRight), isReviewed: false)
        return object(KitLanguageFields.self, standIn: standIn) {
            reader, fields throws(CardError) in
            KitLanguage(
                language: reader.required(fields.tag), isReviewed: reader[fields.reviewed])
        }
    }
}

extension ValueType where Value == KitSymbols {
    fileprivate static var kitSymbols: ValueType {
        object(SymbolFields.self, standIn: KitSymbols()) { reader, fields throws(CardError) in
            KitSymbols(
                leastSize: reader.optional(fields.leastSize),
                clearSpace: reader.optional(fields.clearSpace))
        }
    }
}

extension ValueType {
    /// The members of an object by name; those at fault are left out.
    fileprivate static func table<Element>(
        _ form: Form, names pattern: String = Form.namePattern,
        _ read: @escaping @Sendable (JSONNode, JSONPath) throws(CardError) -> Element?
    ) -> ValueType where Value == [String: Element] {
        constant(.map(pattern: pattern, form), standIn: [:]) {
            node, path, context throws(CardError) in
            var entries = ObjectReader(node, at: path)
            let pairs = entries.eachMember { member, path throws(CardError) in
                try checkName(member, at: path)
                return (member.name, try read(member.value, path))
            }
            do throws(CardError) {
                try entries.finish()
            } catch {
                // The rest of the table is known, so that no name in it is reported as unknown.
                context.findings.faults += error.diagnostics
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first }).compactMapValues(
                \.self)
        }
    }
}

extension ValueType where Value == [String: Color] {
    /// Colours that are written in hex, and those that have the names of these.
    fileprivate static var palette: ValueType {
        constant(
            .map(
                pattern: Form.namePattern,
                .text(pattern: "#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|[A-Za-z][A-Za-z0-9_-]{0,63}")),
            standIn: [:]
        ) { node, path, context throws(CardError) in
            let own = try colors(node, at: path, context, where: { !isAlias($0) }, among: [:])
            guard case .object = node.value else { return own }
            let named = try colors(node, at: path, context, where: isAlias, among: own)
            return own.merging(named, uniquingKeysWith: { first, _ in first })
        }
    }

    private static func colors(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext,
        where isMeant: @escaping @Sendable (JSONNode) -> Bool, among known: [String: Color]
    ) throws(CardError) -> [String: Color] {
        let type = table(.color) { node, path throws(CardError) in
            isMeant(node) ? try paletteColor(node, at: path, among: known) : nil
        }
        return type.written(node, at: path, context).storedTable()
    }

    private static func isAlias(_ node: JSONNode) -> Bool {
        if case .string(let text) = node.value {
            text.utf8.first != UInt8(ascii: "#")
        } else {
            false
        }
    }
}

extension Written {
    /// The colours of a table; none where it is no object.
    fileprivate func storedTable() -> [String: Color] {
        guard case .value(let value) = content else { return [:] }
        return value as? [String: Color] ?? [:]
    }
}

extension ValueType where Value == [String: [String]] {
    fileprivate static var fontTable: ValueType {
        let family = Form.anyOf([.text(pattern: nil), .list(.text(pattern: nil), count: 1...32)])
        return table(family) { node, path throws(CardError) in try readFamilies(node, at: path) }
    }
}

extension ValueType where Value == [String: Double] {
    fileprivate static var spacingTable: ValueType {
        table(.number(0...1e6, unit: "px"), names: "(?!safe$)" + Form.namePattern) {
            node, path throws(CardError) in
            try node.number(at: path, in: 0...1e6, unit: "px")
        }
    }
}

extension ValueType where Value == [String: String] {
    fileprivate static var linkTable: ValueType {
        table(.text(pattern: "https?://.+")) { node, path throws(CardError) in
            let text = try readLine(node, at: path)
            if let problem = linkProblem(text) {
                throw fault(
                    "bad-link", problem, of: node, at: path,
                    hint: "write https://, then the address")
            }
            return text
        }
    }
}

extension ValueType where Value == [String: [PlacementUse]] {
    fileprivate static var familyTable: ValueType {
        table(.list(.name(.placements), count: 1...1_000)) { node, path throws(CardError) in
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
    }
}
