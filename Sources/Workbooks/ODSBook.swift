/// The sheets of an OpenDocument spreadsheet.
///
/// - Source: OASIS, "Open Document Format for Office Applications (OpenDocument) Version 1.3",
///   part 3, sections 9 and 19.
final class ODSBook: BookHandler {
    private struct Sheet {
        var name: String
        var isHidden: Bool
        var collector: RowCollector
        var merged: [MergedArea] = []
    }

    fileprivate struct Value {
        var type: String
        var value: String?
        var repeats: Int
        var rowSpan: Int
        var lines: [String] = []
    }

    private let limits: Workbook.Limits
    private var sheets: [Sheet] = []
    /// Display of tables by the names of their styles.
    private var hiddenStyles: Set<String> = []
    private var styleName = ""
    private var rowNumber = 0
    private var rowRepeats = 1
    private var isHidden = false
    private var column = 0
    private var cells: [Workbook.Cell] = []
    private var cell: Value?

    private init(_ limits: Workbook.Limits) { self.limits = limits }

    static func read(
        _ content: [UInt8], _ wanted: String?, _ limits: Workbook.Limits
    ) throws(WorkbookFault) -> Workbook {
        let book = ODSBook(limits)
        try book.read(content, file: "content.xml")
        let place = try chosen(wanted, among: book.sheets.map { ($0.name, $0.isHidden) })
        var sheet = book.sheets[place]
        sheet.collector.fill(sheet.merged)
        if let fault = sheet.collector.fault { throw fault }
        return Workbook(
            kind: .ods, sheet: sheet.name, sheets: book.sheets.map(\.name),
            rows: sheet.collector.rows, hiddenCount: sheet.collector.hiddenCount)
    }

    /// True inside a note on a cell, whose text is no part of it.
    private var isInNote: Bool { path.contains("annotation") }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "style": styleName = attributes["name"] ?? ""
        case "table-properties":
            if attributes["display"] == "false" { hiddenStyles.insert(styleName) }
        case "table":
            let isHidden = attributes["style-name"].map(hiddenStyles.contains) ?? false
            sheets.append(
                Sheet(
                    name: attributes["name"] ?? "", isHidden: isHidden,
                    collector: RowCollector(limits)))
            rowNumber = 0
        case "table-row":
            rowRepeats = count(attributes["number-rows-repeated"])
            isHidden = (attributes["visibility"] ?? "visible") != "visible"
            (column, cells) = (0, [])
        case "table-cell", "covered-table-cell":
            let type = name == "table-cell" ? attributes["value-type"] ?? "string" : ""
            cell = Value(
                type: type,
                value: attributes["date-value"] ?? attributes["time-value"]
                    ?? attributes["boolean-value"] ?? attributes["value"],
                repeats: count(attributes["number-columns-repeated"]),
                rowSpan: count(attributes["number-rows-spanned"]))
        default: beginText(name, attributes)
        }
    }

    private func beginText(_ name: String, _ attributes: [String: String]) {
        guard cell != nil, !isInNote else { return }
        switch name {
        case "p", "h": cell?.lines.append("")
        case "s": add(String(repeating: " ", count: min(count(attributes["c"]), 1_000)))
        case "tab": add("\t")
        case "line-break": add("\n")
        default: break
        }
    }

    private func add(_ text: String) {
        guard let last = cell?.lines.indices.last else { return }
        cell?.lines[last] += text
    }

    override func text(_ text: String) {
        guard cell != nil, !isInNote, path.contains("p") || path.contains("h") else { return }
        add(text)
    }

    override func end(_ name: String) {
        switch name {
        case "table-cell", "covered-table-cell": endCell()
        case "table-row": endRow()
        default: break
        }
    }

    private func endCell() {
        guard let ended = cell else { return }
        cell = nil
        let text = ended.shown
        if !text.isEmpty {
            guard ended.repeats <= limits.columns else {
                return fail(.tooLarge("\(limits.columns) columns"))
            }
            for offset in 0..<ended.repeats {
                cells.append(Workbook.Cell(column: column + offset, text: text))
            }
            if ended.rowSpan > 1, let sheet = sheets.indices.last {
                let first = rowNumber + 1
                sheets[sheet].merged.append(
                    MergedArea(column: column, firstRow: first, endRow: first + ended.rowSpan))
            }
        }
        column += ended.repeats
    }

    private func endRow() {
        guard let sheet = sheets.indices.last else { return }
        if !cells.isEmpty {
            for offset in 1...rowRepeats {
                sheets[sheet].collector.add(
                    Workbook.Row(number: rowNumber + offset, cells: cells), isHidden: isHidden)
                if let fault = sheets[sheet].collector.fault { return fail(fault) }
            }
        }
        rowNumber += rowRepeats
    }

    /// A number of repetitions, at least 1.
    private func count(_ text: String?) -> Int {
        text.flatMap { Int($0) }.map { min(max(1, $0), 1 << 24) } ?? 1
    }
}

extension ODSBook.Value {
    /// The text of the cell; numbers with as many decimals as they are shown with.
    fileprivate var shown: String {
        let display = lines.joined(separator: "\n")
        let isError = display.hasPrefix("#") || display.hasPrefix("Err:")
        guard !isError, let value else { return type.isEmpty ? "" : display }
        switch type {
        case "date":
            let parts = value.split(separator: "T")
            guard parts.count == 2, parts[1] != "00:00:00" else { return String(parts[0]) }
            return "\(parts[0]) \(shortTime(parts[1]))"
        case "time": return clock(value) ?? display
        case "boolean": return value == "true" ? "TRUE" : "FALSE"
        case "float", "percentage":
            guard let number = Double(value) else { return display }
            return format(display).text(of: number, startsIn1904: false)
        default: return display
        }
    }

    /// The format by which a number is shown, from its text in any locale.
    private func format(_ display: String) -> NumberFormat {
        let isPercent = type == "percentage"
        let digits = display.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "%") }
            .filter { !$0.isBlank && $0 < 0x80 }
        let parts = digits.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        let isPlain =
            parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (48...57).contains($0) }
            }
        guard isPlain, let whole = parts.first else {
            return isPercent ? .fixed(decimals: 0, digits: 1, isPercent: true) : .general
        }
        let decimals = parts.count == 2 ? parts[1].count : 0
        // 12,345 may be grouped; the value tells.
        if !isPercent, parts.count == 2, decimals == 3, let number = value.flatMap({ Double($0) }),
            abs(number) >= 1_000
        {
            return .general
        }
        let zeros = whole.count > 1 && whole.first == 48 ? whole.count : 1
        return .fixed(decimals: decimals, digits: zeros, isPercent: isPercent)
    }

    private func shortTime(_ text: Substring) -> Substring {
        let whole = text.prefix(8)
        return whole.hasSuffix(":00") ? whole.prefix(5) : whole
    }

    /// `18:00` of `PT18H00M00S`.
    private func clock(_ duration: String) -> String? {
        let parts = duration.dropFirst(2).split { "HMS.,".contains($0) }.map(String.init)
        guard duration.hasPrefix("PT"), parts.count >= 3 else { return nil }
        let text = parts[0] + ":" + parts[1]
        return Int(parts[2]) == 0 ? text : text + ":" + parts[2]
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self &- 9 < 5 }
}
