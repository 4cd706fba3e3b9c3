import Diagnostics
import Engine
import Glibc

extension DropPlan {
    /// Opens the rows; nil where the plan has none.
    func openRows() throws(CardError) -> RowReader? {
        guard let rows else { return nil }
        let file = try InputFile(rows.path)
        let name = rows.path == "-" ? "standard input" : rows.path
        return try RowReader(file: name, format: rows.format) { (count) throws(CardError) in
            try file.read(upTo: count)
        }
    }
}

/// Whether a path leads to a file that can be read twice.
func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the path ends in a zero byte, and `status` lives longer than the call.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
