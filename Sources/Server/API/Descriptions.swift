import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartTemplates

extension PublicKit {
    var json: JSONValue {
        .fields([
            ("name", .string(kit.name)),
            ("title", .string(kit.title)),
            ("version", .string(version)),
            (
                "languages",
                .array(
                    kit.languages.map { entry in
                        [
                            "tag": .string(entry.language.tag),
                            "name": .string(entry.language.nativeName),
                            "direction": entry.language.direction == .rightToLeft ? "rtl" : "ltr",
                            "reviewed": .bool(entry.isReviewed),
                        ]
                    })
            ),
            ("hashtags", .array(kit.hashtags.map { .string($0) })),
            ("credit", kit.credit.map { .string($0) }),
            ("rights", kit.rights.map { .string($0) }),
            ("templates", .string("/v1/kits/\(kit.name)/templates")),
        ])
    }
}

extension PublicTemplate {
    func json(in language: Language, of kit: PublicKit) -> JSONValue {
        .fields([
            ("name", .string(template.name)),
            ("title", kit.text(template.title, in: language).map { .string($0) }),
            ("placements", .array(template.placements.map { .string($0) })),
            ("languages", .array(kit.kit.languages.map { .string($0.language.tag) })),
            ("parameters", .array(parameters.map { $0.json(in: language, of: kit) })),
            ("cards", .string("/v1/cards/\(kit.name)/\(template.name)/{placement}.{format}")),
        ])
    }
}

extension Parameter {
    fileprivate func json(in language: Language, of kit: PublicKit) -> JSONValue {
        .fields([
            ("name", .string(name)),
            ("type", .string(kind.rawValue)),
            ("required", .bool(isRequired)),
            ("requiredWith", requiredWith.map { .string($0) }),
            ("label", kit.text(label, in: language).map { .string($0) }),
            ("help", kit.text(help, in: language).map { .string($0) }),
            ("default", kit.text(standard, in: language).map { .string($0) }),
            ("example", kit.text(example, in: language).map { .string($0) }),
            ("maxLength", maxLength.map { .integer($0) }),
            ("minimum", minimum.map { .number($0) }),
            ("maximum", maximum.map { .number($0) }),
            (
                "choices",
                choices.isEmpty
                    ? nil
                    : .array(
                        choices.map { choice in
                            let label = kit.text(choice.label, in: language) ?? choice.value
                            return ["value": .string(choice.value), "label": .string(label)]
                        })
            ),
        ])
    }
}

extension Placement {
    var json: JSONValue {
        .fields([
            ("name", .string(name)),
            ("title", .string(title)),
            ("width", .integer(widthInPixels)),
            ("height", .integer(heightInPixels)),
            (
                "safe",
                [
                    "x": .number(safeArea.origin.x), "y": .number(safeArea.origin.y),
                    "width": .number(safeArea.size.width), "height": .number(safeArea.size.height),
                ]
            ),
            ("isCircular", .bool(isCircular)),
            ("maxBytes", maxBytes.map { .integer($0) }),
            ("formats", .array(formats.map { .string($0.rawValue) })),
            ("networks", .array(networks.map { .string($0) })),
        ])
    }
}

extension Network {
    var json: JSONValue {
        .fields([
            ("name", .string(name)),
            ("title", .string(title)),
            ("altLimit", altLimit.map { .integer($0.value) }),
            ("captionLimit", captionLimit.map { .integer($0.value) }),
            ("hashtagLimit", hashtagLimit.map { .integer($0.value) }),
            ("linkLength", linkLength.map { .integer($0) }),
        ])
    }
}
