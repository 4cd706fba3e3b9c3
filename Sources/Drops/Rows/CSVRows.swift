import BlueHeartDiagnostics

/// Rows of comma- or tab-separated text whose first record contains the column names.
struct CSVRows {
    private let file: String
    private var parser: CSVParser
    private var record = CSVRecord()
    let header: CSVHeader
    private var number = 0
    /// Rows without a value.
    private var emptyRows = (count: 0, line: 0)
    private var notes: [Diagnostic] = []

    /// Reads the column names.
    ///
    /// - Parameters:
    ///   - separator: nil to find it: named by a first line `sep=;`, otherwise the one that divides
    ///     the first lines most evenly.
    ///   - preferred: the separator of the format.
    /// - Throws: faults of the names: without them no row can be read.
    init(
        _ stream: ByteStream, separator: UInt8?, preferred: UInt8, file: String
    ) throws(CardError) {
        self.file = file
        var stream = stream
        let headLength = 1 << 14
        let all = try stream.head(headLength)
        let markLength = TextEncoding.markLength(of: all)
        let head = all.dropFirst(markLength)
        let line = SeparatorLine(head)
        let found =
            separator ?? line?.separator
            ?? SeparatorFinder(head, isWhole: all.count < headLength, preferred: preferred).likely
        for _ in 0..<markLength + (line?.length ?? 0) { stream.advance() }
        parser = CSVParser(stream, separator: found, file: file, line: line == nil ? 1 : 2)
        header = try CSVHeader.read(from: &parser, file: file)
        noteSeparator(found, isAsExpected: separator != nil || found == preferred)
        noteUnnamedColumns()
    }

    mutating func next() throws(CardError) -> RowOutcome? {
        while true {
            guard try parser.read(into: &record) else {
                noteEmptyRows()
                return nil
            }
            guard record.isEmpty, record.fault == nil else { break }
            if !record.isBlank {
                if emptyRows.count == 0 { emptyRows.line = record.line }
                emptyRows.count += 1
            }
        }
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
        let names = header.names
        let isLong = record.fields.dropFirst(names.count).indices
            .contains { !isAllBlank(record.content(of: $0)) }
        guard record.fields.count >= names.count, !isLong else { throw ragged(at: location) }
        var cells: [(name: String, text: String)] = []
        cells.reserveCapacity(names.count)
        for (index, name) in names.enumerated() {
            cells.append((name, try record.text(of: index, file: file)))
        }
        return Row(number: number, location: location, cells: cells)
    }

    private func ragged(at location: SourceLocation) -> CardError {
        let names = header.names
        let isLong = record.fields.count > names.count
        let hint =
            isLong
            ? header.unnamedCount > 0
                ? "name the column of the value that is too much, or put text that holds a "
                    + "separator in double quotes"
                : "put text that holds a separator in double quotes"
            : "write a separator for each empty value too"
        return CardError(
            .data,
            Diagnostic(
                code: "ragged-row",
                "expected \(names.count) values, one a column, found \(record.fields.count)",
                at: location, hint: hint))
    }
}

// MARK: - Notes

extension CSVRows {
    /// Notes since the last call.
    mutating func takeNotes() -> [Diagnostic] {
        defer { notes = [] }
        return notes
    }

    private mutating func noteSeparator(_ separator: UInt8, isAsExpected: Bool) {
        guard !isAsExpected else { return }
        notes.append(
            Diagnostic(
                .note, code: "separator-found",
                "columns are read as separated by \(RowSeparator(byte: separator).plural)",
                at: header.location, hint: "if they are not, give --separator"))
    }

    private mutating func noteUnnamedColumns() {
        let (first, count) = (header.names.count + 1, header.unnamedCount)
        guard count > 0 else { return }
        notes.append(
            Diagnostic(
                .note, code: "empty-columns",
                count == 1
                    ? "column \(first) has no name, and is left out"
                    : "columns \(first) to \(first + count - 1) have no names, and are left out",
                at: header.location))
    }

    private mutating func noteEmptyRows() {
        guard emptyRows.count > 0 else { return }
        notes.append(
            Diagnostic(
                .note, code: "empty-rows",
                emptyRows.count == 1
                    ? "1 row without a value is left out"
                    : "\(emptyRows.count) rows without a value are left out; this is the first",
                at: SourceLocation(file: file, line: emptyRows.line, column: 1)))
        emptyRows.count = 0
    }
}

/// The column names.
struct CSVHeader {
    /// Largest number of bytes of a name.
    static let nameLimit = 256

    var names: [String]
    /// Columns after the last name.
    var unnamedCount: Int
    var location: SourceLocation

    static func read(from parser: inout CSVParser, file: String) throws(CardError) -> CSVHeader {
        var record = CSVRecord()
        repeat {
            guard try parser.read(into: &record) else { throw CardError(.data, empty(file)) }
        } while record.isEmpty && record.fault == nil
        if let fault = record.fault { throw CardError(.data, fault) }
        var names: [String] = []
        for index in record.fields.indices {
            names.append(trimmed(try record.text(of: index, file: file)))
        }
        let count = names.count
        while names.last?.isEmpty == true { names.removeLast() }
        let location = SourceLocation(file: file, line: record.line, column: 1)
        let faults = names.indices.compactMap { index in
            fault(
                of: names[index], index, after: names[..<index],
                at: SourceLocation(file: file, line: record.fields[index].line, column: 1))
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return CSVHeader(names: names, unnamedCount: count - names.count, location: location)
    }

    private static func fault(
        of name: String, _ index: Int, after names: ArraySlice<String>, at place: SourceLocation
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
}
