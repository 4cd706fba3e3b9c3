import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTemplates

/// An argument of `check`.
enum CheckSubject {
    /// A template by name or path, in a kit.
    case template(String, kit: String)
    case kit(String)
    case drop(String)

    /// Name in messages.
    var name: String {
        switch self {
        case .template(let name, _): name
        case .kit(let name): name
        case .drop(let file): file
        }
    }

    static func subjects(_ names: [String], kit: String) throws(CardError) -> [CheckSubject] {
        guard !names.isEmpty else { return [.kit(kit)] }
        var subjects: [CheckSubject] = []
        for name in names { subjects.append(try subject(name, kit: kit)) }
        return subjects
    }

    private static func subject(_ name: String, kit: String) throws(CardError) -> CheckSubject {
        if isFolder(at: name) { return .kit(asPath(name)) }
        guard name.hasSuffix(".json") else { return .template(name, kit: kit) }
        let bytes = try InputFile(name).readAll(limit: 1 << 20)
        let root = try JSONDocument.read(bytes, file: name)
        if root["palette"] != nil || root["fonts"] != nil, root["scene"] == nil {
            return .kit(asPath(parentFolder(of: name)))
        }
        let isDrop = ["templates", "rows", "set"].contains { root[$0] != nil }
        let isTemplate = ["scene", "alt", "extends"].contains { root[$0] != nil }
        return isDrop && !isTemplate ? .drop(name) : .template(name, kit: kit)
    }

    /// A path with a slash, so that it is not a name of a kit.
    private static func asPath(_ folder: String) -> String {
        folder.utf8.contains(UInt8(ascii: "/")) ? folder : "./" + folder
    }

    /// The plan as a whole.
    func plan() throws(CardError) -> DropPlan {
        switch self {
        case .template(let name, let kit):
            return DropPlan(kit: kit, templates: [name])
        case .kit(let kit): return DropPlan(kit: kit)
        case .drop(let file):
            return try DropPlan.read(try InputFile(file).readAll(limit: 1 << 20), file: file)
        }
    }

    /// Names of the templates that attribute words to others; none for a drop, whose rows are known.
    func attributing(in plan: DropPlan, _ catalog: Catalog) throws(CardError) -> [String] {
        var templates: [Template] = []
        switch self {
        case .drop: break
        case .template(let name, _):
            templates = [try catalog.template(TemplateChoice(name), inKit: plan.kit).template]
        case .kit:
            let kit = try catalog.kit(plan.kit)
            for name in try kit.templateNames() { templates.append(try kit.template(named: name)) }
        }
        return templates.filter(\.attributesWords).map(\.name)
    }

    /// Parameters and words that nothing uses, and letters that the kit's own fonts lack; none for a
    /// drop.
    func remarks(on plan: DropPlan, _ catalog: Catalog) throws(CardError) -> [Diagnostic] {
        switch self {
        case .drop: return []
        case .template(let name, _):
            let template = try catalog.template(TemplateChoice(name), inKit: plan.kit)
            return try template.kit.unusedParameters(of: template.template)
                + template.kit.missingLetters(in: catalog)
        case .kit:
            let kit = try catalog.kit(plan.kit)
            var found: [Diagnostic] = []
            for name in try kit.templateNames() {
                found += try kit.unusedParameters(of: try kit.template(named: name))
            }
            return found + (try kit.unusedWords()) + (try kit.missingLetters(in: catalog))
        }
    }

    /// A plan for each template, filled with its examples; a drop unchanged.
    ///
    /// - Parameter values: the user's values; kept for templates that have the parameter.
    func parts(
        of plan: DropPlan, _ values: ParameterValues, in catalog: Catalog
    ) throws(CardError) -> [DropPlan] {
        if case .drop = self { return [plan] }
        var parts: [DropPlan] = []
        let isAlone = plan.templates != nil
        var names = plan.templates ?? []
        if !isAlone { names = try catalog.kit(plan.kit).templateNames() }
        for name in names {
            let template = try catalog.template(TemplateChoice(name), inKit: plan.kit)
            var part = plan
            part.templates = [name]
            part.set = ParameterValues(
                distinct: values.entries.filter { isAlone || template.hasParameter($0.name) })
            part.gaps = .examples
            part.placements = plan.placements?.filter {
                isAlone || template.takes(placement: $0)
            }
            if part.placements?.isEmpty != true { parts.append(part) }
        }
        return parts
    }
}
