/// The cells of a sheet.
final class XLSXCells: BookHandler {
    private(set) var collector: RowCollector
    private(set) var merged: [MergedArea] = []
    private let strings: [String]
    private let formats: [NumberFormat]
    private let startsIn1904: Bool
    private var row = Workbook.Row(number: 0, cells: [])
    private var isHidden = false
    private var column = -1
    private var type = ""
    private var style = 0
    private var value = ""
    private var formula = ""

    init(
        _ limits: Workbook.Limits, strings: [String], formats: [NumberFormat], startsIn1904: Bool
    ) {
        collector = RowCollector(limits)
        self.strings = strings
        self.formats = formats
        self.startsIn1904 = startsIn1904
    }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
            row = Workbook.Row(number: number, cells: [])
            isHidden = attributes["hidden"] == "1" || attributes["hidden"] == "true"
            column = -1
        case "c":
            column = attributes["r"].flatMap { CellName($0)?.column } ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            (value, formula) = ("", "")
        case "mergeCell":
            guard let area = attributes["ref"].flatMap({ MergedArea(reference: $0) }),
                merged.count < 100_000
            else { return }
            merged.append(area)
        default: break
        }
    }

    override func text(_ text: String) {
        if path.last == "f", path.contains("c") { formula += text }
        let isValue = path.last == "v" || path.last == "t" && !path.contains("rPh")
        guard isValue, path.contains("c") else { return }
        value += text
    }

    override func end(_ name: String) {
        switch name {
        case "c":
            let text = shown()
            guard !text.isEmpty else { return }
            if let last = row.cells.last, last.column >= column {
                return fail(.malformed(file: "with a cell out of order"))
            }
            row.cells.append(Workbook.Cell(column: column, text: text))
        case "row":
            collector.add(row, isHidden: isHidden)
            if let fault = collector.fault { fail(fault) }
        default: break
        }
    }

    private func shown() -> String {
        // Written without being computed; text of a formula, which its reader warns of. An empty
        // result of a computed formula has the type "str".
        if value.isEmpty, !formula.isEmpty, type != "str" { return "=" + formula }
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return "" }
            return strings[index]
        case "inlineStr", "str": return unescaped(value)
        case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
        case "e": return value
        case "d": return value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
        default:
            guard let number = Double(value) else { return value }
            let format = formats.indices.contains(style) ? formats[style] : .general
            return format.text(of: number, startsIn1904: startsIn1904)
        }
    }
}

/// A cell by its name: `B7`.
struct CellName {
    /// From 0.
    var column: Int
    /// From 1.
    var row: Int

    init?(_ name: some StringProtocol) {
        let bytes = name.utf8.filter { $0 != UInt8(ascii: "$") }
        let letters = bytes.prefix { (65...90).contains($0) }
        guard (1...4).contains(letters.count),
            let row = Int(
                String(decoding: bytes.dropFirst(letters.count), as: UTF8.self)), row > 0
        else { return nil }
        column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
        self.row = row
    }
}

extension MergedArea {
    /// - Parameter reference: its corners, like `B2:B7`; nil for one row.
    init?(reference: String) {
        let corners = reference.split(separator: ":")
        guard corners.count == 2, let first = CellName(corners[0]),
            let last = CellName(corners[1]), last.row > first.row
        else { return nil }
        self.init(column: first.column, firstRow: first.row, endRow: last.row + 1)
    }
}
