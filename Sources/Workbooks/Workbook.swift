/// The cells of one sheet of a workbook, as text.
///
/// Numbers have a point before their decimals and no separators of thousands, dates are
/// `2026-07-30`, times `18:00`, percentages `45%`, and formulas their last values. The first cell of
/// a merged area counts for each row of the area.
public struct Workbook: Sendable {
    public struct Row: Hashable, Sendable {
        /// Number in the sheet, from 1.
        public var number: Int
        /// Cells that are not empty, by ascending columns from 0.
        public var cells: [Cell]
    }

    public struct Cell: Hashable, Sendable {
        public var column: Int
        public var text: String
    }

    public enum Kind: String, Hashable, Sendable { case xlsx, ods }

    public var kind: Kind
    /// Name of the sheet.
    public var sheet: String
    /// Names of all sheets.
    public var sheets: [String]
    /// Rows with cells, by ascending numbers.
    public var rows: [Row]
    /// Number of those that the sheet hides.
    public var hiddenCount: Int
}

extension Workbook {
    /// Bounds of a workbook.
    public struct Limits: Sendable {
        /// Unpacked bytes of all parts that are read.
        public var bytes = 256 << 20
        /// Cells that are not empty.
        public var cells = 2_000_000
        /// Bytes of the texts of all cells.
        public var textBytes = 128 << 20
        public var columns = 16_384
        public var rows = 1_048_576

        public init() {}
    }

    /// Reads a workbook.
    ///
    /// - Parameter sheet: its name; nil for the first that is not hidden.
    public static func read(
        _ bytes: [UInt8], sheet: String? = nil, limits: Limits = Limits()
    ) throws(WorkbookFault) -> Workbook {
        let archive = try BookArchive(bytes, limit: limits.bytes)
        if try archive.file("xl/workbook.xml") != nil {
            return try XLSXBook(archive, limits).read(sheet)
        }
        if let content = try archive.file("content.xml") {
            return try ODSBook.read(content, sheet, limits)
        }
        throw .notAWorkbook
    }
}

/// Collects the rows of a sheet within the limits.
struct RowCollector {
    let limits: Workbook.Limits
    private(set) var rows: [Workbook.Row] = []
    private(set) var hiddenCount = 0
    private var cellCount = 0
    private var byteCount = 0
    private(set) var fault: WorkbookFault?

    init(_ limits: Workbook.Limits) { self.limits = limits }

    mutating func add(_ row: Workbook.Row, isHidden: Bool) {
        guard !row.cells.isEmpty else { return }
        if isHidden { hiddenCount += 1 }
        cellCount += row.cells.count
        byteCount += row.cells.reduce(0) { $0 + $1.text.utf8.count }
        if cellCount > limits.cells { fault = .tooLarge("\(limits.cells) cells") }
        if byteCount > limits.textBytes { fault = .tooLarge("\(limits.textBytes) bytes of text") }
        if row.number > limits.rows { fault = .tooLarge("\(limits.rows) rows") }
        if let last = row.cells.last, last.column >= limits.columns {
            fault = .tooLarge("\(limits.columns) columns")
        }
        if fault == nil { rows.append(row) }
    }

    /// Repeats the first cell of merged areas in their further rows.
    mutating func fill(_ areas: [MergedArea]) {
        var index: [Int: Int] = [:]
        for (place, row) in rows.enumerated() { index[row.number] = place }
        for area in areas where fault == nil {
            guard let first = index[area.firstRow],
                let cell = rows[first].cells.first(where: { $0.column == area.column })
            else { continue }
            // Rows without other cells stay empty, so that an area adds no rows.
            for number in area.firstRow + 1..<max(area.firstRow + 1, area.endRow) {
                guard let place = index[number] else { continue }
                cellCount += 1
                guard cellCount <= limits.cells else {
                    fault = .tooLarge("\(limits.cells) cells")
                    return
                }
                rows[place].cells.removeAll { $0.column == area.column }
                let before = rows[place].cells.firstIndex { $0.column > area.column }
                rows[place].cells.insert(cell, at: before ?? rows[place].cells.count)
            }
        }
    }
}

/// The first column of an area of merged cells.
struct MergedArea: Hashable {
    var column: Int
    var firstRow: Int
    /// The row after the last.
    var endRow: Int
}
