public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates

/// Finds templates, languages and placements by their names, with a cache.
public struct SelectionFinder {
    /// The kit of all templates, which defines the languages.
    public let kit: CatalogKit
    private let catalog: Catalog
    private let kitName: String?
    /// Names of templates; empty if a file was given.
    private let templateNames: [String]
    private var found: [(name: String, template: CatalogTemplate)] = []
    /// Made on first use.
    private var languageChoice: LanguageChoice?

    /// Opens a kit.
    ///
    /// - Parameters:
    ///   - kit: as for `Catalog.kit`.
    ///   - templates: names or paths; a path selects its own folder's kit, if there is one.
    /// - Throws: faults of the kit.
    public init(
        _ catalog: Catalog, kit: String?, templates: [String]?
    ) throws(CardError) {
        self.catalog = catalog
        kitName = kit
        let file = templates?.lazy.map { TemplateChoice($0) }.first(where: \.isFile)
        if let file {
            self.kit = try catalog.template(file, inKit: kit).kit
            templateNames = []
        } else {
            self.kit = try catalog.kit(kit)
            templateNames = try self.kit.templateNames()
        }
    }

    private var languageNames: [String] { kit.kit.languages.map(\.language.tag) }
}

extension SelectionFinder {
    /// Finds the selected items.
    ///
    /// - Parameters:
    ///   - templates: names or paths; nil for all of the kit.
    ///   - languages: tags; nil for all of the kit.
    ///   - placements: nil for all that a template allows.
    /// - Throws: every unknown name, and placements that no template allows.
    public mutating func selection(
        templates: [String]?, languages: [String]?, placements: [String]?
    ) throws(CardError) -> Selection {
        let selection = Selection(
            templates: try self.templates(templates.map(eachOnce) ?? templateNames),
            languages: try languages.map { (tags) throws(CardError) in
                try self.languages(tags)
            } ?? languageNames, placements: placements.map(eachOnce))
        try checkPlacements(of: selection)
        if placements == nil { try checkOwnPlacements(of: selection.templates) }
        return selection
    }

    /// The templates of a row.
    ///
    /// - Parameter location: of the row that names them; a row names no files.
    public mutating func templates(
        _ names: [String], at location: SourceLocation? = nil
    ) throws(CardError) -> [CatalogTemplate] {
        var templates: [CatalogTemplate] = []
        for name in names { templates.append(try template(name, at: location)) }
        return templates
    }

    private mutating func template(
        _ name: String, at location: SourceLocation?
    ) throws(CardError) -> CatalogTemplate {
        var name = name
        if location != nil, !templateNames.contains(where: { isSameName($0, name) }) {
            let lower = name.lowercased()
            name = templateNames.first { isSameName($0.lowercased(), lower) } ?? name
        }
        if let known = found.first(where: { isSameName($0.name, name) }) { return known.template }
        let choice = TemplateChoice(name)
        guard
            templateNames.contains(where: { isSameName($0, name) })
                || choice.isFile && location == nil
        else {
            throw CardError(
                .data, .unknown("template", name, among: templateNames, at: location))
        }
        let template = try catalog.template(choice, inKit: kitName)
        found.append((name, template))
        return template
    }

    /// The kit's tags of languages, each once.
    ///
    /// - Parameter names: tags or names, as `LanguageChoice` understands them.
    public mutating func languages(
        _ names: [String], at location: SourceLocation? = nil
    ) throws(CardError) -> [String] {
        let all = languageNames
        if names.allSatisfy({ name in all.contains { isSameName($0, name) } }) {
            return eachOnce(names)
        }
        let choice = languageChoice ?? LanguageChoice(tags: all)
        var tags: [String] = []
        var faults: [Diagnostic] = []
        for name in names {
            if let tag = choice.tag(for: name) {
                tags.append(tag)
            } else {
                faults.append(
                    Diagnostic(
                        code: "unknown-language", "there is no language \(quoted(name))",
                        at: location, hint: choice.hint(for: name)))
            }
        }
        languageChoice = choice
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return eachOnce(tags)
    }

    /// Checks the placements that templates and their kit name themselves.
    private func checkOwnPlacements(of templates: [CatalogTemplate]) throws(CardError) {
        let known = try catalog.placements().placements.map(\.name)
        let faults = templates.flatMap { $0.template.faults(inPlacements: known) }
        guard faults.isEmpty else { throw CardError(.template, faults) }
    }

    /// Checks the placements.
    ///
    /// - Throws: unknown placements, otherwise those that none of the templates allows: they would
    ///   select nothing, which is certainly unintended.
    public func checkPlacements(
        of selection: Selection, at location: SourceLocation? = nil
    ) throws(CardError) {
        let idle = (selection.placements ?? []).filter { name in
            !selection.templates.contains { $0.takes(placement: name) }
        }
        guard !idle.isEmpty else { return }
        let all = try catalog.placements().placements.map(\.name)
        try checkNames(idle, "placement", among: all, at: location)
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

    /// The names without repetitions: a card that is asked for twice is made once.
    private func eachOnce(_ names: [String]) -> [String] {
        names.enumerated().filter { index, name in
            !names[..<index].contains { isSameName($0, name) }
        }.map(\.element)
    }

    private func checkNames(
        _ names: [String], _ thing: String, among all: [String], at location: SourceLocation?
    ) throws(CardError) {
        let unknown = names.filter { name in !all.contains { isSameName($0, name) } }
        guard unknown.isEmpty else {
            throw CardError(
                .data, unknown.map { .unknown(thing, $0, among: all, at: location) })
        }
    }
}
