public import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartSupport
import BlueHeartTemplates

extension DropPlan {
    /// Reads a drop file.
    ///
    /// - Parameter file: its name in messages; paths in it are relative to its folder.
    /// - Throws: every fault of the file.
    public static func read(_ bytes: [UInt8], file: String) throws(CardError) -> DropPlan {
        let root = try JSONDocument.read(bytes, file: file)
        return try DeclaredFile(of: DropFields.self).read(root) {
            reader, fields throws(CardError) in
            plan(&reader, fields, file: file)
        }
    }

    private static func plan(
        _ reader: inout RecordReader, _ fields: DropFields, file: String
    ) -> DropPlan {
        let folder = parentFolder(of: file)
        var plan = DropPlan(folder: folder)
        plan.kit = reader.optional(fields.kit).map { placed($0, in: folder) }
        plan.templates = names(fields.templates, &reader)?.map { placed($0, in: folder) }
        plan.languages = names(fields.languages, &reader)
        plan.placements = names(fields.placements, &reader)
        let rowFormat = reader.optional(fields.rowsFormat)
        plan.rows = reader.optional(fields.rows).map {
            RowsFile(path: $0 == "-" ? $0 : joined(folder, $0), format: rowFormat)
        }
        let sheet = reader.optional(fields.rowsSheet)
        plan.rows?.sheet = sheet
        let separator = reader.optional(fields.rowsSeparator)
        plan.rows?.separator = separator
        plan.key = reader.optional(fields.key)
        plan.set = reader[fields.set]
        plan.name = reader.optional(fields.name)
        plan.format = reader.optional(fields.format)
        plan.effort = reader[fields.effort]
        plan.file = file
        return plan
    }

    /// A name as it is, a path from the folder of the drop file.
    private static func placed(_ name: String, in folder: String) -> String {
        name.utf8.contains(UInt8(ascii: "/")) ? joined(folder, name) : name
    }

    /// A list of names that is not empty; nil if the field is missing.
    private static func names(
        _ field: Field<[String]>, _ reader: inout RecordReader
    ) -> [String]? {
        reader.noteIfEmpty(field, "expected at least one name", hint: "or leave it out")
        return reader.optional(field)
    }
}
