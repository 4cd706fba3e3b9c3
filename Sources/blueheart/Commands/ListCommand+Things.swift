import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartTemplates
import BlueHeartTypesetting

extension ListCommand {
    func templates(_ engine: CardEngine) throws(CardError) -> Table {
        var rows: [[JSONValue]] = []
        let kit = try engine.catalog.kit(home.kit)
        let words = try kit.words(in: kit.kit.languages[0].language)
        for name in try kit.templateNames() {
            let template = try kit.template(named: name)
            let title = template.title.text(in: words)
            rows.append([
                .string(name), .string(title ?? ""),
                .array(template.parameters.map { .string($0.name) }),
                .array(template.placements.map { .string($0) }),
            ])
        }
        return Table(["template", "title", "parameters", "placements"], rows)
    }

    func placements(_ engine: CardEngine) throws(CardError) -> Table {
        let today = Month.current
        return Table(
            ["placement", "width", "height", "title", "formats", "maxBytes", "checked", "age"],
            try engine.catalog.placements().placements.map { placement in
                let checked = placement.provenance.values.map(\.checked).min()
                return [
                    .string(placement.name), .integer(placement.widthInPixels),
                    .integer(placement.heightInPixels), .string(placement.title),
                    .array(placement.formats.map { .string($0.rawValue) }),
                    placement.maxBytes.map { .integer($0) } ?? .null,
                    checked.map { .string($0) } ?? .null,
                    checked.flatMap(Month.init).map { .string(today.age(since: $0)) } ?? .null,
                ]
            })
    }

    func networks(_ engine: CardEngine) throws(CardError) -> Table {
        let today = Month.current
        return Table(
            [
                "network", "title", "counting", "captionLimit", "altLimit", "hashtagLimit",
                "disputed", "checked", "age",
            ],
            try engine.catalog.placements().networks.map { network in
                let limits = [
                    ("caption", network.captionLimit), ("alt", network.altLimit),
                    ("hashtags", network.hashtagLimit),
                ]
                let disputed = limits.filter { $0.1?.provenance.certainty == .disputed }.map(\.0)
                return [.string(network.name), .string(network.title)]
                    + [.string(network.counting.rawValue)]
                    + limits.map { $0.1.map { .integer($0.value) } ?? .null }
                    + [.array(disputed.map { .string($0) }), .string(network.checked)]
                    + [Month(network.checked).map { .string(today.age(since: $0)) } ?? .null]
            })
    }

    func languages(_ engine: CardEngine) throws(CardError) -> Table {
        Table(
            ["language", "name", "direction", "reviewed"],
            try engine.catalog.kit(home.kit).kit.languages.map { entry in
                [
                    .string(entry.language.tag), .string(entry.language.nativeName),
                    .string(entry.language.direction == .rightToLeft ? "rtl" : "ltr"),
                    .bool(entry.isReviewed),
                ]
            })
    }

    /// Families of the product, and with `--kit` the kit's own first.
    func fonts(_ engine: CardEngine) throws(CardError) -> Table {
        let kit = try home.kit.map { (name) throws(CardError) in try engine.catalog.kit(name) }
        return Table(
            ["family", "weights", "italic"],
            try engine.catalog.fontCatalog(of: kit).families.map { family in
                [
                    .string(family.name), .array(weights(of: family).map { .string($0) }),
                    .bool(family.faces.contains { $0.isItalic }),
                ]
            })
    }

    /// Formats of pictures that are read or written.
    var formats: Table {
        Table(
            ["format", "name", "mediaType", "extensions", "uses", "features"],
            ImageFormat.allCases.filter { !$0.uses.isEmpty }.map { format in
                [
                    .string(format.rawValue), .string(format.name), .string(format.mediaType),
                    names(format.fileExtensions), names(format.uses.names),
                    names(format.features.names),
                ]
            })
    }

    private func names(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }

    /// Every rule with the severity that the kit gives it, and the kit's reason.
    func checks(_ engine: CardEngine) throws(CardError) -> Table {
        let changes = try engine.catalog.kit(home.kit).kit.checks.changes
        return Table(
            ["check", "subject", "severity", "fault", "reason"],
            CheckRule.all.map { rule in
                let change = changes.first { $0.code == rule.code }
                let severity = change.map { $0.severity?.rawValue ?? "off" }
                return [
                    .string(rule.code), .string(rule.subject.rawValue),
                    .string(severity ?? rule.severity.rawValue), .string(rule.fault),
                    change.map { .string($0.reason) } ?? .null,
                ]
            })
    }

    /// Distinct weights in ascending order: `400`, `100-900`.
    private func weights(of family: FontFamily) -> [String] {
        let ranges = Set(family.faces.map(\.weights)).sorted { $0.lowerBound < $1.lowerBound }
        return ranges.map { range in
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }
    }
}
