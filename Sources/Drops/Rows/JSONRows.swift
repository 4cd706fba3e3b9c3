import BlueHeartDiagnostics
import BlueHeartJSON

/// Rows that are the objects of a JSON array.
struct JSONArrayRows {
    private let file: String
    private var elements: JSONElements
    private var number = 0

    init(_ stream: ByteStream, file: String) throws(CardError) {
        self.file = file
        elements = try JSONElements(stream, file: file)
        try elements.openArray()
    }

    mutating func next() throws(CardError) -> RowOutcome? {
        guard let element = try elements.next() else {
            try elements.close()
            return nil
        }
        number += 1
        return rowOutcome(of: element, number: number, file: file)
    }
}

/// Rows that are JSON objects, one per line.
struct JSONLineRows {
    private let file: String
    private var stream: ByteStream
    private var line = 0
    private var number = 0

    init(_ stream: ByteStream, file: String) throws(CardError) {
        self.file = file
        self.stream = stream
        let markLength = TextEncoding.markLength(of: try self.stream.head(4))
        for _ in 0..<markLength { self.stream.advance() }
    }

    mutating func next() throws(CardError) -> RowOutcome? {
        while let element = try nextLine() {
            guard !element.bytes.allSatisfy(\.isASCIIBlank) else { continue }
            number += 1
            return rowOutcome(of: element, number: number, file: file)
        }
        return nil
    }

    private mutating func nextLine() throws(CardError) -> JSONElement? {
        guard try stream.peek() != nil else { return nil }
        line += 1
        var element = JSONElement(line: line, column: 1)
        while let byte = try stream.peek(), byte != UInt8(ascii: "\n") {
            stream.appendRun(to: &element.bytes) { $0 == UInt8(ascii: "\n") }
            if element.bytes.count > JSONElements.elementLimit {
                element.isTooLong = true
                element.bytes.removeLast(element.bytes.count - 1)
            }
        }
        stream.advance()
        return element
    }
}

private func rowOutcome(of element: JSONElement, number: Int, file: String) -> RowOutcome {
    do throws(CardError) {
        return .row(try row(of: element, number: number, file: file))
    } catch {
        let diagnostics = error.diagnostics.map { $0.moved(to: element) }
        return .fault(number: number, CardError(error.kind, diagnostics))
    }
}

private func row(
    of element: JSONElement, number: Int, file: String
) throws(CardError) -> Row {
    let limits = JSONLimits(bytes: JSONElements.elementLimit, depth: 4, nodes: 2_000)
    guard !element.isTooLong else {
        throw CardError(
            .data,
            Diagnostic(
                code: "row-too-long", "expected a row of at most \(limits.bytes) bytes, found more",
                at: SourceLocation(file: file, line: 1, column: 1)))
    }
    let node = try JSONDocument.read(element.bytes, file: file, kind: .data, limits: limits)
    var object = ObjectReader(node, at: JSONPath(), kind: .data)
    let cells = object.eachMember { (member, path) throws(CardError) in
        try listCells(named: member.name, member.value, at: path)
    }.flatMap(\.self)
    try object.finish()
    let place = SourceLocation(file: file, line: element.line, column: element.column)
    return Row(number: number, location: place, cells: cells)
}

/// The values under a name: one, or those of a list's items by the names of CSV's columns.
private func listCells(
    named name: String, _ node: JSONNode, at path: JSONPath
) throws(CardError) -> [(name: String, text: String)] {
    guard case .array(let items) = node.value else {
        return [(name, try text(of: node, at: path) ?? "")]
    }
    var cells: [(name: String, text: String)] = []
    for (index, item) in items.enumerated() {
        let values = try itemCells(
            named: "\(name).\(index + 1)", item, at: path.appending(.index(index)))
        guard values.contains(where: { !$0.text.isEmpty }) else {
            throw CardError(
                .data,
                Diagnostic(
                    code: "list-gap", "the list \(quoted(name)) has an empty item \(index + 1)",
                    at: item.location, path: path.appending(.index(index)),
                    hint: "remove the item, or fill it in"))
        }
        cells += values
    }
    return cells
}

private func itemCells(
    named name: String, _ node: JSONNode, at path: JSONPath
) throws(CardError) -> [(name: String, text: String)] {
    guard case .object(let members) = node.value else {
        return [(name, try text(of: node, at: path) ?? "")]
    }
    var cells: [(name: String, text: String)] = []
    for member in members {
        let way = path.appending(.key(member.name))
        cells.append(("\(name).\(member.name)", try text(of: member.value, at: way) ?? ""))
    }
    return cells
}

/// The value as text; nil for null and an empty string.
func text(of node: JSONNode, at path: JSONPath) throws(CardError) -> String? {
    switch node.value {
    case .string(let text): return text.isEmpty ? nil : text
    case .number(let number): return number.text
    case .bool(let flag): return flag ? "true" : "false"
    case .null: return nil
    case .object, .array:
        throw node.wrongType(expected: "a string, a number, true, false or null", at: path)
    }
}

extension Diagnostic {
    /// The diagnostic of an element that was read as if it were the whole file, moved to its
    /// position.
    func moved(to element: JSONElement) -> Diagnostic {
        guard var location else { return self }
        if location.line == 1 { location.column += element.column - 1 }
        location.line += element.line - 1
        var moved = self
        moved.location = location
        return moved
    }
}
