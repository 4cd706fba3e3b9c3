import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport

extension DropPlan {
    /// Opens the rows; nil if the plan has none.
    func openRows() throws(CardError) -> RowReader? {
        guard let rows else { return nil }
        let file = try InputFile(rows.path)
        let name = rows.path == "-" ? "standard input" : rows.path
        return try RowReader(file: name, format: rows.format) { (count) throws(CardError) in
            try file.read(upTo: count)
        }
    }
}
