import BlueHeartJSON
import BlueHeartLanguages

/// The names of one kit, which a schema for its files lists.
public struct SchemaNames: Sendable {
    var names: [KitNames: [String]]

    /// - Parameters:
    ///   - placements: names of all placements there are.
    ///   - keys: keys of the words.
    ///   - artwork: paths in the kit's artwork.
    ///   - templates: names of the kit's templates.
    public init(
        kit: Kit, placements: [String], keys: [String], artwork: [String], templates: [String]
    ) {
        names = [
            .colors: kit.palette.keys.sorted(), .spacing: kit.spacing.keys.sorted(),
            .fonts: kit.fonts.keys.sorted(), .styles: kit.styles.names,
            .links: kit.links.keys.sorted(),
            .placements: placements,
            .placementUses: kit.families.keys.sorted() + placements,
            .languages: kit.languages.map(\.language.tag), .words: keys, .artwork: artwork,
            .templates: templates,
        ]
    }
}

/// The sets of fields that a schema defines once, and the names of their definitions.
enum SharedSets {
    static let names: [String: String] = Dictionary(
        uniqueKeysWithValues: sets.map { set in
            let name = String(describing: set)
            return (name, name.prefix(1).lowercased() + name.dropFirst())
        })

    /// The set that has a field of this name; nil where a set of one kind only has it.
    static func set(of field: any DeclaredField) -> (any FieldSet.Type)? {
        guard field.name != "wrap", field.name != "text" else { return nil }
        return sets.first { $0.declared.contains { $0.name == field.name } }
    }

    private static let sets: [any FieldSet.Type] = [
        BoxFields.self, LookFields.self, FrameFields.self, LetterFields.self,
        ParagraphFields.self, ImageFields.self, HeartFields.self, PathFields.self, QRFields.self,
        RelativeSizeFields.self, PaddingFields.self, FillRuleFields.self, ShapeFields.self,
        CaptionFields.self,
    ]
}

extension SchemaWriter {
    /// A name that a kit gives.
    ///
    /// A template may add styles of its own, and a font may be any family, so those are completed
    /// and not demanded.
    func name(_ kind: KitNames) -> [(String, JSONValue?)] {
        guard let known = names?.names[kind], !known.isEmpty else {
            return [("type", "string"), ("pattern", .string("^(\(kind.pattern))$"))]
        }
        let list: JSONValue = ["enum": .array(known.map { .string($0) })]
        switch kind {
        case .colors:
            let names = known.joined(separator: "|")
            return [
                (
                    "anyOf",
                    [
                        list,
                        [
                            "type": "string",
                            "pattern": .string("^(\(names))\(KitNames.alphaPattern)$"),
                        ],
                    ]
                )
            ]
        case .templates:
            return [
                ("anyOf", [list, ["type": "string", "pattern": .string(KitNames.pathPattern)]])
            ]
        case .styles, .fonts, .artwork, .words: return [("anyOf", [list, ["type": "string"]])]
        case .spacing, .links, .placements, .placementUses, .languages:
            return [("enum", .array(known.map { .string($0) }))]
        }
    }
}

extension KitNames {
    /// An alpha after a colour, which may be left out.
    static let alphaPattern = #"(/((100|[0-9]{1,2})(\.[0-9]+)?|\{[^{}]+\})%)?"#

    /// The path of a file, by which a drop names a template that is no kit's.
    static let pathPattern = "/"

    /// Any name of this kind.
    fileprivate var pattern: String {
        switch self {
        case .colors: "\(Form.namePattern)\(Self.alphaPattern)"
        case .spacing: "(?!safe$)\(Form.namePattern)"
        case .fonts, .styles, .links, .placements, .placementUses: Form.namePattern
        case .languages: Form.languagePattern
        case .words: Form.keyPattern
        case .templates: #".*\S.*"#
        case .artwork: #"(\./)?(?!/)(?!(.*/)?\.\.?(/|$))[^\\:]+"#
        }
    }
}
