import Diagnostics
import Drops
import Engine
import JSON

/// Something that `check` looks at.
enum CheckSubject {
    /// A template by name or path, in a kit.
    case template(String, kit: String?)
    case kit(String?)
    case drop(String)

    /// What people see it called.
    var name: String {
        switch self {
        case .template(let name, _): name
        case .kit(let name): name ?? CardJob.houseKit
        case .drop(let file): file
        }
    }

    static func subjects(_ names: [String], kit: String?) throws(CardError) -> [CheckSubject] {
        guard !names.isEmpty else { return [.kit(kit)] }
        var subjects: [CheckSubject] = []
        for name in names { subjects.append(try subject(name, kit: kit)) }
        return subjects
    }

    private static func subject(_ name: String, kit: String?) throws(CardError) -> CheckSubject {
        if isFolder(name) { return .kit(asPath(name)) }
        guard name.hasSuffix(".json") else { return .template(name, kit: kit) }
        let bytes = try InputFile(name).readAll(limit: 1 << 20)
        let root = try JSONDocument.read(bytes, file: name)
        if root["palette"] != nil || root["fonts"] != nil, root["scene"] == nil {
            return .kit(asPath(folder(of: name)))
        }
        let isDrop = ["templates", "rows", "set"].contains { root[$0] != nil }
        let isTemplate = ["scene", "alt", "extends"].contains { root[$0] != nil }
        return isDrop && !isTemplate ? .drop(name) : .template(name, kit: kit)
    }

    /// With a slash, so that it is no name of a kit.
    private static func asPath(_ folder: String) -> String {
        folder.utf8.contains(UInt8(ascii: "/")) ? folder : "./" + folder
    }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// The plan as a whole.
    func plan() throws(CardError) -> DropPlan {
        switch self {
        case .template(let name, let kit):
            return DropPlan(kit: kit ?? CardJob.houseKit, templates: [name])
        case .kit(let kit): return DropPlan(kit: kit ?? CardJob.houseKit)
        case .drop(let file):
            return try DropPlan.read(try InputFile(file).readAll(limit: 1 << 20), file: file)
        }
    }

    /// A plan for each template, filled with its own examples; a drop as it is.
    ///
    /// - Parameter cells: what people fill in themselves; kept where a template takes it.
    func parts(
        of plan: DropPlan, kit: KitOutline, _ cells: [Row.Cell]
    ) throws(CardError) -> [DropPlan] {
        if case .drop = self { return [plan] }
        var parts: [DropPlan] = []
        for name in plan.templates ?? kit.templates {
            let template = try kit.template(name)
            var part = plan
            part.templates = [name]
            let isAlone = plan.templates != nil
            let own = cells.filter { isAlone || template.parameters.contains($0.name) }
            part.set = own
            part.gaps = .examples
            let wanted = plan.placements ?? template.placements
            part.placements = wanted.filter { isAlone || template.placements.contains($0) }
            if part.placements?.isEmpty == false { parts.append(part) }
        }
        return parts
    }
}
