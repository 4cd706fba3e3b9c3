import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport

extension DropPlan {
    /// Opens the rows; nil if the plan has none.
    func openRows() throws(CardError) -> RowReader? {
        guard let rows else { return nil }
        let file = try InputFile(rows.path)
        let name = rows.path == "-" ? "standard input" : rows.path
        return try RowReader(
            file: name, format: rows.format, separator: rows.separator, sheet: rows.sheet
        ) {
            (count) throws(CardError) in
            let bytes = try file.read(upTo: count)
            if bytes.isEmpty, file.hasChanged { throw CardError(.data, changed(name)) }
            return bytes
        }
    }
}

private func changed(_ name: String) -> Diagnostic {
    Diagnostic(
        code: "rows-changed", "the file of rows was changed while it was read",
        at: SourceLocation(file: name, line: 1, column: 1),
        hint: "save it, and make the drop once more")
}
