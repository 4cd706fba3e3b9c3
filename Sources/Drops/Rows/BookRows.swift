import BlueHeartDiagnostics
import BlueHeartWorkbooks

/// Rows of a sheet of a workbook; the first row with cells contains the column names.
struct BookRows {
    /// Largest number of bytes of a workbook.
    static let byteLimit = 64 << 20

    private let file: String
    private let rows: ArraySlice<Workbook.Row>
    private var next: Int
    private var number = 0
    /// Names by column; an empty one for a column without a name.
    private let names: [String]
    let header: CSVHeader
    private var notes: [Diagnostic] = []

    /// - Parameters:
    ///   - sheet: nil for the first that is not hidden.
    ///   - format: as the file's name or an option says; nil if neither does.
    init(
        _ bytes: [UInt8], sheet: String?, format: RowFormat?, file: String
    ) throws(CardError) {
        self.file = file
        let book: Workbook
        do throws(WorkbookFault) {
            book = try Workbook.read(bytes, sheet: sheet)
        } catch {
            throw CardError(.data, workbookFault(error, file: file))
        }
        guard let first = book.rows.first else {
            throw CardError(.data, workbookFault(.noSheets, file: file))
        }
        rows = book.rows[...]
        next = 1
        var names = [String](repeating: "", count: (first.cells.last?.column ?? 0) + 1)
        for cell in first.cells { names[cell.column] = trimmed(cell.text) }
        self.names = names
        header = CSVHeader(
            names: names.filter { !$0.isEmpty }, unnamedCount: 0,
            location: SourceLocation(file: file, line: first.number, column: 1))
        try checkNames()
        noteSheet(book, isChosen: sheet != nil, format: format)
    }

    mutating func nextRow() -> RowOutcome? {
        while next < rows.endIndex {
            defer { next += 1 }
            let row = rows[next]
            guard row.cells.contains(where: { !trimmed($0.text).isEmpty }) else { continue }
            number += 1
            do throws(CardError) {
                return .row(try outcome(of: row))
            } catch {
                return .fault(number: number, error)
            }
        }
        return nil
    }

    private func outcome(of row: Workbook.Row) throws(CardError) -> Row {
        let location = SourceLocation(file: file, line: row.number, column: 1)
        var cells: [(name: String, text: String)] = []
        cells.reserveCapacity(row.cells.count)
        for cell in row.cells where !trimmed(cell.text).isEmpty {
            guard cell.column < names.count, !names[cell.column].isEmpty else {
                throw CardError(
                    .data,
                    Diagnostic(
                        code: "unnamed-column",
                        "column \(columnName(cell.column)) has a value and no name", at: location,
                        hint: "name the column in row \(header.location.line), or empty the cell"))
            }
            cells.append((names[cell.column], cell.text))
        }
        return Row(number: number, location: location, cells: cells)
    }

    /// Notes since the last call.
    mutating func takeNotes() -> [Diagnostic] {
        defer { notes = [] }
        return notes
    }

    private func checkNames() throws(CardError) {
        var faults: [Diagnostic] = []
        for (index, name) in header.names.enumerated() {
            if header.names[..<index].contains(where: { isSameName($0, name) }) {
                faults.append(
                    Diagnostic(
                        code: "duplicate-column", "two columns are named \(quoted(name))",
                        at: header.location, hint: "rename or remove one of them"))
            } else if name.utf8.count > CSVHeader.nameLimit {
                faults.append(
                    Diagnostic(
                        code: "long-column-name",
                        "expected a name of at most \(CSVHeader.nameLimit) bytes, found one of "
                            + "\(name.utf8.count)", at: header.location,
                        hint: "the first row of the sheet names the columns"))
            }
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
    }

    private mutating func noteSheet(
        _ book: Workbook, isChosen: Bool, format: RowFormat?
    ) {
        let place = SourceLocation(file: file, line: 1, column: 1)
        if let format, format.rawValue != book.kind.rawValue {
            notes.append(
                Diagnostic(
                    .note, code: "read-as-workbook",
                    "expected \(format.rawValue), found a workbook (\(book.kind.rawValue)), which "
                        + "is read", at: place))
        }
        if !isChosen, book.sheets.count > 1 {
            notes.append(
                Diagnostic(
                    .note, code: "sheet-chosen",
                    "the sheet \(quoted(book.sheet)) is read, of \(book.sheets.count)", at: place,
                    hint: "--rows-sheet names another: "
                        + book.sheets.prefix(20).map { quoted($0) }.joined(separator: ", ")))
        }
        if book.hiddenCount > 0 {
            notes.append(
                Diagnostic(
                    .note, code: "hidden-rows",
                    book.hiddenCount == 1
                        ? "1 row is hidden in the sheet, and is read like the others"
                        : "\(book.hiddenCount) rows are hidden in the sheet, and are read like the "
                            + "others", at: place, hint: "delete rows that are not meant"))
        }
    }
}

/// Name of a column in a sheet: `A`, `AB`.
private func columnName(_ index: Int) -> String {
    var (rest, name) = (index + 1, "")
    while rest > 0 {
        name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
        rest = (rest - 1) / 26
    }
    return name
}

private func workbookFault(_ fault: WorkbookFault, file: String) -> Diagnostic {
    let place = SourceLocation(file: file, line: 1, column: 1)
    switch fault {
    case .noSheet(let name, let known):
        return Diagnostic(
            code: "unknown-sheet", "the workbook has no sheet \(quoted(name))", at: place,
            hint: nameHint(for: name, among: known))
    case .noSheets:
        return Diagnostic(
            code: "no-rows", "expected column names and rows, found an empty sheet", at: place,
            hint: "fill it in, or name another with --rows-sheet")
    case .locked:
        return Diagnostic(
            code: "bad-workbook", "\(fault)", at: place, hint: "save it without a password")
    case .notAWorkbook:
        return Diagnostic(
            code: "bad-workbook", "\(fault)", at: place,
            hint: "export the sheet as XLSX, ODS or CSV")
    case .damaged, .malformed:
        return Diagnostic(
            code: "bad-workbook", "\(fault)", at: place,
            hint: "open it in its program and save it anew")
    case .tooLarge:
        return Diagnostic(
            code: "bad-workbook", "\(fault)", at: place,
            hint: "save the sheet as CSV, which has no such limit")
    }
}
