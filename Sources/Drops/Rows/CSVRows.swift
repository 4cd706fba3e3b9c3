import BlueHeartDiagnostics

/// Rows of comma- or tab-separated text whose first record contains the column names.
struct CSVRows {
    private let file: String
    private var parser: CSVParser
    private var record = CSVRecord()
    let names: [String]
    private var number = 0

    /// Reads the column names.
    ///
    /// If they are separated by semicolons or tabs instead of commas, as in spreadsheets of some
    /// countries, so are the rows.
    ///
    /// - Throws: faults of the names: without them no row can be read.
    init(_ stream: ByteStream, separator: UInt8, file: String) throws(CardError) {
        self.file = file
        var stream = stream
        let head = try stream.head(1 << 12)
        let markLength = try TextEncoding.markLength(of: head, file: file)
        for _ in 0..<markLength { stream.advance() }
        let found = separator == UInt8(ascii: ",") ? likelySeparator(in: head) : separator
        parser = CSVParser(stream, separator: found, file: file)
        names = try CSVHeader.read(from: &parser, file: file)
    }

    mutating func next() throws(CardError) -> RowOutcome? {
        repeat {
            guard try parser.read(into: &record) else { return nil }
        } while record.isBlank && record.fault == nil
        number += 1
        do throws(CardError) {
            return .row(try row())
        } catch {
            return .fault(number: number, error)
        }
    }

    private func row() throws(CardError) -> Row {
        if let fault = record.fault { throw CardError(.data, fault) }
        let location = SourceLocation(file: file, line: record.line, column: 1)
        guard record.fields.count == names.count else { throw ragged(at: location) }
        var cells: [(name: String, text: String)] = []
        cells.reserveCapacity(names.count)
        for (index, name) in names.enumerated() {
            cells.append((name, try record.text(of: index, file: file)))
        }
        return Row(number: number, location: location, cells: cells)
    }

    private func ragged(at location: SourceLocation) -> CardError {
        let isLong = record.fields.count > names.count
        let hint =
            isLong
            ? "put text that holds a separator in double quotes"
            : "write a separator for each empty value too"
        return CardError(
            .data,
            Diagnostic(
                code: "ragged-row",
                "expected \(names.count) values, one a column, found \(record.fields.count)",
                at: location, hint: hint))
    }
}

/// The comma, unless the first line has none and has semicolons or tabs.
private func likelySeparator(in head: [UInt8]) -> UInt8 {
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.first { line.contains($0) } ?? UInt8(ascii: ",")
}

/// The column names.
enum CSVHeader {
    /// Largest number of bytes of a name.
    static let nameLimit = 256

    static func read(from parser: inout CSVParser, file: String) throws(CardError) -> [String] {
        var record = CSVRecord()
        repeat {
            guard try parser.read(into: &record) else { throw CardError(.data, empty(file)) }
        } while record.isBlank && record.fault == nil
        if let fault = record.fault { throw CardError(.data, fault) }
        var names: [String] = []
        var faults: [Diagnostic] = []
        for index in record.fields.indices {
            let name = trimmed(try record.text(of: index, file: file))
            let place = SourceLocation(file: file, line: record.fields[index].line, column: 1)
            if let fault = fault(of: name, index, after: names, at: place) { faults.append(fault) }
            names.append(name)
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return names
    }

    private static func fault(
        of name: String, _ index: Int, after names: [String], at place: SourceLocation
    ) -> Diagnostic? {
        if name.isEmpty {
            return Diagnostic(
                code: "unnamed-column", "column \(index + 1) has no name", at: place,
                hint: "name it, or remove it and its separators")
        }
        if name.utf8.count > nameLimit {
            return Diagnostic(
                code: "long-column-name",
                "expected a name of at most \(nameLimit) bytes, found one of \(name.utf8.count)",
                at: place, hint: "the first line of the file names the columns")
        }
        guard let first = names.firstIndex(where: { isSameName($0, name) }) else { return nil }
        return Diagnostic(
            code: "duplicate-column",
            "columns \(first + 1) and \(index + 1) are both named \(quoted(name))", at: place,
            hint: "rename or remove one of them")
    }

    private static func empty(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "no-rows", "expected a first line that names the columns, found an empty file",
            at: SourceLocation(file: file, line: 1, column: 1))
    }

    /// The name without surrounding blanks.
    private static func trimmed(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard let first = bytes.firstIndex(where: { !$0.isASCIIBlank }),
            let last = bytes.lastIndex(where: { !$0.isASCIIBlank })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
