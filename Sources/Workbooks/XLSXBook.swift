import BlueHeartXML

/// A workbook in Office Open XML.
///
/// - Source: ECMA-376, "Office Open XML File Formats", part 1, chapter 18.
struct XLSXBook {
    private let archive: BookArchive
    private let limits: Workbook.Limits

    init(_ archive: BookArchive, _ limits: Workbook.Limits) {
        self.archive = archive
        self.limits = limits
    }

    func read(_ wanted: String?) throws(WorkbookFault) -> Workbook {
        let list = try parse("xl/workbook.xml", XLSXSheetList())
        let links = try parse("xl/_rels/workbook.xml.rels", XLSXLinks())
        let names = list.sheets.map(\.name)
        let place = try chosen(wanted, among: list.sheets.map { ($0.name, $0.isHidden) })
        let sheet = list.sheets[place]
        guard let target = links.targets[sheet.link] else { throw .noSheets }
        let strings = try parseIfThere(
            path(links.target(ofType: "sharedStrings")), XLSXStrings(limits))
        let styles = try parseIfThere(path(links.target(ofType: "styles")), XLSXStyles())
        let cells = XLSXCells(
            limits, strings: strings?.texts ?? [], formats: styles?.formats ?? [],
            startsIn1904: list.startsIn1904)
        guard let sheetPath = path(target) else { throw .noSheets }
        let read = try parse(sheetPath, cells)
        var collector = read.collector
        collector.fill(read.merged)
        if let fault = collector.fault { throw fault }
        return Workbook(
            kind: .xlsx, sheet: sheet.name, sheets: names, rows: collector.rows,
            hiddenCount: collector.hiddenCount)
    }

    /// A path in the archive; targets are relative to `xl`, or absolute.
    private func path(_ target: String?) -> String? {
        guard let target else { return nil }
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }

    private func parse<Handler: BookHandler>(
        _ file: String, _ handler: Handler
    ) throws(WorkbookFault) -> Handler {
        guard let found = try parseIfThere(file, handler) else { throw .malformed(file: file) }
        return found
    }

    private func parseIfThere<Handler: BookHandler>(
        _ file: String?, _ handler: Handler
    ) throws(WorkbookFault) -> Handler? {
        guard let file, let bytes = try archive.file(file) else { return nil }
        try handler.read(bytes, file: file)
        return handler
    }
}

/// The index of a sheet.
///
/// - Parameter wanted: its name, without regard to case; nil for the first that is not hidden.
func chosen(
    _ wanted: String?, among sheets: [(name: String, isHidden: Bool)]
) throws(WorkbookFault) -> Int {
    guard !sheets.isEmpty else { throw .noSheets }
    guard let wanted else { return sheets.firstIndex { !$0.isHidden } ?? 0 }
    let lower = wanted.lowercased()
    guard
        let place = sheets.firstIndex(where: { $0.name.utf8.elementsEqual(wanted.utf8) })
            ?? sheets.firstIndex(where: { $0.name.lowercased().utf8.elementsEqual(lower.utf8) })
    else { throw .noSheet(wanted, known: sheets.map(\.name)) }
    return place
}

/// Reads one part of a workbook; knows elements by their local names.
class BookHandler: XMLHandler {
    private(set) var fault: WorkbookFault?
    /// Local names of the open elements.
    private(set) var path: [String] = []

    /// Deeper than any part of a workbook.
    private static let depthLimit = 256

    final func read(_ bytes: [UInt8], file: String) throws(WorkbookFault) {
        do throws(XMLFault) {
            try XMLParser.parse(bytes, into: self)
        } catch {
            throw fault ?? .malformed(file: file)
        }
    }

    func begin(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
    func text(_ text: String) {}

    final func fail(_ fault: WorkbookFault) { self.fault = self.fault ?? fault }

    /// Workbooks have none, and entities can be bombs.
    final func declareType() -> XMLProgress {
        fail(.malformed(file: "with a document type"))
        return .stop
    }

    final func start(
        _ name: String, _ attributes: [XMLParser.Attribute], at place: XMLPlace
    ) -> XMLProgress {
        let local = localName(name)
        path.append(local)
        guard path.count <= Self.depthLimit else {
            fail(.tooLarge("\(Self.depthLimit) levels of elements"))
            return .stop
        }
        var values: [String: String] = [:]
        for attribute in attributes { values[localName(attribute.name)] = attribute.value }
        begin(local, values)
        return fault == nil ? .goOn : .stop
    }

    final func finish() -> XMLProgress {
        end(path.removeLast())
        return fault == nil ? .goOn : .stop
    }

    final func take(_ text: String) -> XMLProgress {
        self.text(text)
        return fault == nil ? .goOn : .stop
    }

    private func localName(_ name: String) -> String {
        guard let blank = name.utf8.lastIndex(of: UInt8(ascii: " ")) else { return name }
        return String(name[name.utf8.index(after: blank)...])
    }
}

/// The sheets of `workbook.xml`.
final class XLSXSheetList: BookHandler {
    private(set) var sheets: [(name: String, link: String, isHidden: Bool)] = []
    private(set) var startsIn1904 = false

    override func begin(_ name: String, _ attributes: [String: String]) {
        if name == "workbookPr", let flag = attributes["date1904"] {
            startsIn1904 = flag == "1" || flag == "true"
        }
        guard name == "sheet", let title = attributes["name"], let link = attributes["id"] else {
            return
        }
        sheets.append((title, link, (attributes["state"] ?? "visible") != "visible"))
    }
}

/// The parts to which a workbook links.
final class XLSXLinks: BookHandler {
    /// By identifier.
    private(set) var targets: [String: String] = [:]
    private var types: [(type: String, target: String)] = []

    override func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"],
            let target = attributes["Target"]
        else { return }
        targets[id] = target
        types.append((attributes["Type"] ?? "", target))
    }

    func target(ofType type: String) -> String? {
        types.first { $0.type.hasSuffix("/" + type) }?.target
    }
}

/// Texts to which cells refer by number.
final class XLSXStrings: BookHandler {
    private(set) var texts: [String] = []
    private let limits: Workbook.Limits
    private var current = ""
    private var byteCount = 0

    init(_ limits: Workbook.Limits) { self.limits = limits }

    override func begin(_ name: String, _ attributes: [String: String]) {
        if name == "si" { current = "" }
    }

    override func end(_ name: String) {
        guard name == "si" else { return }
        byteCount += current.utf8.count
        guard byteCount <= limits.textBytes, texts.count < limits.cells else {
            return fail(.tooLarge("\(limits.textBytes) bytes of text"))
        }
        texts.append(unescaped(current))
    }

    override func text(_ text: String) {
        // Phonetic guides (rPh) are no part of the text.
        guard path.last == "t", !path.contains("rPh") else { return }
        current += text
    }
}

/// Number formats by the number of a cell's style.
final class XLSXStyles: BookHandler {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]

    override func begin(_ name: String, _ attributes: [String: String]) {
        if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }),
            let code = attributes["formatCode"]
        {
            codes[id] = NumberFormat(code: code)
        } else if name == "xf", path.dropLast().last == "cellXfs" {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        }
    }
}

/// The text with `_x000D_` and its like replaced by the characters they stand for.
func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
            let value = UInt32(
                String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(value)
        {
            result += Array(String(scalar).utf8)
            index += 7
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return String(decoding: result, as: UTF8.self)
}
