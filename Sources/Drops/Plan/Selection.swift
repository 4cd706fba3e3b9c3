import Diagnostics

/// The templates, languages and placements that a drop, or one of its rows, asks for.
struct Selection {
    var templates: [TemplateOutline]
    var languages: [String]
    /// nil: all that a template allows.
    var placements: [String]?

    /// The placements of one template, in the order they were asked for.
    func placements(of template: TemplateOutline) -> [String] {
        guard let placements else { return template.placements }
        return placements.filter { template.placements.contains($0) }
    }

    func hasParameter(_ name: String) -> Bool { templates.contains { $0.hasParameter(name) } }
}

/// Finds names in a kit and keeps what was found.
struct SelectionFinder {
    private let kit: KitOutline
    private var outlines: [(name: String, outline: TemplateOutline)] = []

    init(_ kit: KitOutline) {
        self.kit = kit
    }

    /// What the whole drop asks for.
    ///
    /// - Throws: every name that does not exist, and placements that no template allows.
    mutating func selection(of plan: DropPlan) throws(CardError) -> Selection {
        var templates: [TemplateOutline] = []
        for name in plan.templates ?? kit.templates {
            templates.append(try outline(of: name, at: nil))
        }
        let selection = Selection(
            templates: templates,
            languages: try languages(plan.languages, at: nil) ?? kit.languages,
            placements: try placements(plan.placements, at: nil))
        try checkPlacements(of: selection, at: nil)
        return selection
    }

    /// What a row asks for, where it differs from the drop.
    mutating func selection(
        of row: Row, in drop: Selection
    ) throws(CardError) -> Selection {
        var selection = drop
        if let names = row["template"] {
            selection.templates = []
            for name in split(names) {
                selection.templates.append(try outline(of: name, at: row.location))
            }
        }
        if let names = row["language"] {
            selection.languages = try languages(split(names), at: row.location) ?? []
        }
        if let names = row["placement"] {
            selection.placements = try placements(split(names), at: row.location)
        }
        try checkPlacements(of: selection, at: row.location)
        return selection
    }

    mutating func outline(
        of name: String, at location: SourceLocation?
    ) throws(CardError) -> TemplateOutline {
        if let found = outlines.first(where: { isSameName($0.name, name) }) { return found.outline }
        let isPath = name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".json")
        guard kit.templates.contains(where: { isSameName($0, name) }) || isPath && location == nil
        else {
            throw CardError(
                .data, .unknown("template", name, among: kit.templates, at: location))
        }
        let outline = try kit.template(name)
        outlines.append((name, outline))
        return outline
    }

    private func languages(
        _ tags: [String]?, at location: SourceLocation?
    ) throws(CardError) -> [String]? {
        try known(tags, "language", among: kit.languages, at: location)
    }

    private func placements(
        _ names: [String]?, at location: SourceLocation?
    ) throws(CardError) -> [String]? {
        try known(names, "placement", among: kit.placements, at: location)
    }

    private func known(
        _ names: [String]?, _ thing: String, among all: [String], at location: SourceLocation?
    ) throws(CardError) -> [String]? {
        guard let names else { return nil }
        let unknown = names.filter { name in !all.contains { isSameName($0, name) } }
        guard unknown.isEmpty else {
            throw CardError(
                .data, unknown.map { .unknown(thing, $0, among: all, at: location) })
        }
        return names
    }

    /// A placement that none of the templates allows makes nothing, which nobody can have meant.
    private func checkPlacements(
        of selection: Selection, at location: SourceLocation?
    ) throws(CardError) {
        let idle = (selection.placements ?? []).filter { name in
            !selection.templates.contains { $0.placements.contains(name) }
        }
        guard idle.isEmpty else {
            let templates = selection.templates.map(\.name).joined(separator: ", ")
            let allowed = selection.templates.first?.placements.joined(separator: ", ") ?? ""
            throw CardError(
                .data,
                idle.map { name in
                    Diagnostic(
                        code: "placement-not-allowed",
                        "\(templates) cannot be made for the placement \(quoted(name))",
                        at: location, hint: "it allows: \(allowed)")
                })
        }
    }
}

/// Names with commas between them, blanks around them.
func split(_ list: String) -> [String] {
    list.split(separator: ",").map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
}
