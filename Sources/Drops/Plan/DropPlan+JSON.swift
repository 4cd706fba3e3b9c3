public import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartRequests
import BlueHeartSupport

extension DropPlan {
    /// Reads a drop file.
    ///
    /// - Parameter file: its name in messages; paths in it are relative to its folder.
    /// - Throws: every fault of the file.
    public static func read(_ bytes: [UInt8], file: String) throws(CardError) -> DropPlan {
        let root = try JSONDocument.read(bytes, file: file)
        var object = ObjectReader(root, at: JSONPath())
        object.allow("$schema")
        let folder = parentFolder(of: file)
        var plan = DropPlan(folder: folder)
        plan.kit = object.optionalString("kit").map {
            $0.utf8.contains(UInt8(ascii: "/")) ? joined(folder, $0) : $0
        }
        plan.templates = object.names("templates")?.map {
            $0.utf8.contains(UInt8(ascii: "/")) ? joined(folder, $0) : $0
        }
        plan.languages = object.names("languages")
        plan.placements = object.names("placements")
        let rowFormat = object.optionalChoice("rowsFormat", of: RowFormat.self)
        plan.rows = object.optionalString("rows").map {
            RowsFile(path: $0 == "-" ? $0 : joined(folder, $0), format: rowFormat)
        }
        plan.set = object.optional("set", values) ?? [:]
        plan.name = object.optional("name", namePattern)
        plan.format = object.optionalChoice("format", among: ImageFormat.written)
        plan.effort = object.choice("effort", of: EncodeEffort.self, default: .default)
        try object.finish()
        plan.file = file
        return plan
    }
}

extension ObjectReader {
    /// A list of names that is not empty; nil if the field is missing.
    fileprivate mutating func names(_ field: String) -> [String]? {
        let names = optionalEach(field) { (node, path) throws(CardError) in
            try node.string(at: path)
        }
        if let names, names.isEmpty, case .array(let elements)? = node[field]?.value,
            elements.isEmpty
        {
            note("empty-list", "expected at least one name", at: field, hint: "or leave it out")
        }
        return names
    }
}

private func values(
    _ node: JSONNode, at path: JSONPath
) throws(CardError) -> ParameterValues {
    var object = ObjectReader(node, at: path)
    let entries = object.eachMember { (member, path) throws(CardError) in
        ParameterValues.Entry(
            member.name, try text(of: member.value, at: path) ?? "",
            source: .file(member.value.location))
    }
    try object.finish()
    return ParameterValues(entries)
}

private func namePattern(_ node: JSONNode, at path: JSONPath) throws(CardError) -> NamePattern {
    let text = try node.string(at: path)
    do throws(CardError) {
        return try NamePattern(text)
    } catch {
        let placed = error.diagnostics.map { diagnostic in
            Diagnostic(
                code: diagnostic.code, diagnostic.message, at: node.location, path: path,
                hint: diagnostic.hint)
        }
        throw CardError(.template, placed)
    }
}
