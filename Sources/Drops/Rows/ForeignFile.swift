import BlueHeartDiagnostics

/// Files of other kinds that are given as rows by mistake.
enum ForeignFile {
    /// The diagnostic of a file that cannot be rows; nil if it can.
    ///
    /// - Parameter head: first bytes of the file.
    static func fault(_ head: [UInt8], file: String) -> Diagnostic? {
        if isHTML(head) {
            return wrong(
                "an HTML page", file,
                hint: "open the sheet in its program and export it as CSV; a sheet that is not "
                    + "shared with you downloads as a page to sign in")
        }
        for (start, name, hint) in signatures where head.starts(with: start) {
            return wrong(name, file, hint: hint)
        }
        return nil
    }

    /// True for a ZIP archive, as workbooks are.
    static func isArchive(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 3, 4]) }

    /// The diagnostic of a file that is no archive, though a workbook is expected.
    static func notAWorkbook(file: String) -> Diagnostic {
        Diagnostic(
            code: "bad-workbook", "expected a workbook, found other data",
            at: SourceLocation(file: file, line: 1, column: 1),
            hint: "give --rows-format csv if it is text")
    }

    private static let export = "open it in its program and export it as CSV (UTF-8)"

    private static let signatures: [(start: [UInt8], name: String, hint: String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0], "a workbook in the old format .xls, or a locked one", export),
        (Array("%PDF".utf8), "a PDF", export),
        (Array("{\\rtf".utf8), "text with formatting (RTF)", "save it as plain text"),
        ([0x1F, 0x8B], "a gzip archive", "unpack it first"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "name the file of rows"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture", "name the file of rows"),
    ]

    private static func wrong(_ name: String, _ file: String, hint: String) -> Diagnostic {
        Diagnostic(
            code: "rows-not-text", "expected rows as text, found \(name)",
            at: SourceLocation(file: file, line: 1, column: 1), hint: hint)
    }

    /// True for a page or a part of one; a first column name that begins with `<` is none.
    private static func isHTML(_ head: [UInt8]) -> Bool {
        let start = head.drop { $0.isASCIIBlank || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let text = String(decoding: start.prefix(16), as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<?xml", "<!--"]
            .contains { text.utf8.starts(with: $0.utf8) }
    }
}
