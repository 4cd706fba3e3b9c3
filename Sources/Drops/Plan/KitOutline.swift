public import Diagnostics
public import Engine

/// What a drop must know of a kit to plan its cards.
public struct KitOutline: Sendable {
    public var name: String
    /// Tags, the kit's own first.
    public var languages: [String]
    /// The names of all its templates.
    public var templates: [String]
    /// The names of all placements there are.
    public var placements: [String]
    /// Reads what a drop must know of one template, by name or path.
    public var template: @Sendable (String) throws(CardError) -> TemplateOutline

    public init(
        name: String, languages: [String], templates: [String], placements: [String],
        template: @escaping @Sendable (String) throws(CardError) -> TemplateOutline
    ) {
        self.name = name
        self.languages = languages
        self.templates = templates
        self.placements = placements
        self.template = template
    }
}

/// What a drop must know of a template to plan its cards.
public struct TemplateOutline: Hashable, Sendable {
    public var name: String
    public var choice: CardJob.TemplateChoice
    /// In the order of the template.
    public var placements: [String]
    /// The names of its parameters.
    public var parameters: [String]

    public init(
        name: String, choice: CardJob.TemplateChoice, placements: [String], parameters: [String]
    ) {
        self.name = name
        self.choice = choice
        self.placements = placements
        self.parameters = parameters
    }

    func hasParameter(_ name: String) -> Bool { parameters.contains { isSameName($0, name) } }
}

extension Diagnostic {
    /// A name that is none of those there are.
    static func unknown(
        _ thing: String, _ name: String, among names: [String], at location: SourceLocation? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: "unknown-\(thing)", "there is no \(thing) \(quoted(name))", at: location,
            hint: nameHint(for: name, among: names))
    }
}
