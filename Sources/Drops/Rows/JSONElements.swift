import BlueHeartDiagnostics

/// The bytes of one value of a JSON file with their position.
struct JSONElement {
    var bytes: [UInt8] = []
    var line: Int
    /// Column from 1, in scalars.
    var column: Int
    /// True if it exceeds the limit of a row; `bytes` are then only its beginning.
    var isTooLong = false
}

/// Splits a long JSON array into its elements, so that it need not be in memory at once.
///
/// Only quotes and brackets are parsed; the elements are validated when they are read.
struct JSONElements {
    static let elementLimit = 1 << 20

    private let file: String
    private var stream: ByteStream
    private var line = 1
    private var column = 1
    private var isFirst = true
    private var isDone = false

    init(_ stream: ByteStream, file: String) throws(CardError) {
        self.file = file
        self.stream = stream
        let markLength = TextEncoding.markLength(of: try self.stream.head(4))
        for _ in 0..<markLength { self.stream.advance() }
    }

    /// Moves to the first element of a file that is an array.
    mutating func openArray() throws(CardError) {
        try skipBlanks()
        guard try take(UInt8(ascii: "[")) else {
            throw unexpected("an array of objects, one a row")
        }
    }

    /// Moves to the first element of the array `name` in a file that is an object.
    mutating func openArray(named name: String) throws(CardError) {
        try skipBlanks()
        guard try take(UInt8(ascii: "{")) else { throw unexpected("an object") }
        let wanted = Array("\"\(name)\"".utf8)
        while true {
            let key = try scan(until: [UInt8(ascii: ":"), UInt8(ascii: "}")])
            guard try take(UInt8(ascii: ":")) else {
                throw unexpected("the field \(quoted(name))")
            }
            try skipBlanks()
            if key.bytes == wanted, try take(UInt8(ascii: "[")) { return }
            _ = try scan(until: [UInt8(ascii: ","), UInt8(ascii: "}")])
            guard try take(UInt8(ascii: ",")) else {
                throw unexpected("the field \(quoted(name))")
            }
        }
    }

    /// The next element; nil after the last.
    mutating func next() throws(CardError) -> JSONElement? {
        guard !isDone else { return nil }
        try skipBlanks()
        if isFirst, try take(UInt8(ascii: "]")) {
            isDone = true
            return nil
        }
        isFirst = false
        let element = try scan(until: [UInt8(ascii: ","), UInt8(ascii: "]")])
        guard !element.bytes.isEmpty else { throw unexpected("a value") }
        isDone = try !take(UInt8(ascii: ","))
        return element
    }

    /// Consumes the array's end.
    ///
    /// - Throws: `unexpected-text` if the file does not end with it.
    mutating func close() throws(CardError) {
        guard try take(UInt8(ascii: "]")) || isDone else { throw unexpected("\"]\"") }
        try skipBlanks()
        guard try stream.peek() == nil else { throw unexpected("the end of the file") }
    }
}

extension JSONElements {
    /// Reads a value up to one of `ends` outside quotes and brackets.
    private mutating func scan(until ends: [UInt8]) throws(CardError) -> JSONElement {
        try skipBlanks()
        var element = JSONElement(line: line, column: column)
        var depth = 0
        while let byte = try stream.peek() {
            if depth == 0, ends.contains(byte) {
                while element.bytes.last?.isASCIIBlank ?? false { element.bytes.removeLast() }
                return element
            }
            switch byte {
            case UInt8(ascii: "\""): try scanString(into: &element)
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: break
            }
            if byte != UInt8(ascii: "\"") { try take(into: &element) }
        }
        throw CardError(.data, unfinished(element))
    }

    private mutating func scanString(into element: inout JSONElement) throws(CardError) {
        try take(into: &element)
        while let byte = try stream.peek() {
            try take(into: &element)
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\"), try stream.peek() != nil { try take(into: &element) }
        }
    }

    /// Consumes one byte.
    @inline(__always)
    private mutating func take(into element: inout JSONElement) throws(CardError) {
        guard let byte = try stream.peek() else { return }
        if element.bytes.count < Self.elementLimit {
            element.bytes.append(byte)
        } else {
            element.isTooLong = true
        }
        count(byte)
    }

    private mutating func take(_ wanted: UInt8) throws(CardError) -> Bool {
        guard let byte = try stream.peek(), byte == wanted else { return false }
        count(byte)
        return true
    }

    private mutating func skipBlanks() throws(CardError) {
        while let byte = try stream.peek(), byte.isASCIIBlank { count(byte) }
    }

    /// Consumes a byte and updates the position.
    @inline(__always)
    private mutating func count(_ byte: UInt8) {
        stream.advance()
        if byte == UInt8(ascii: "\n") {
            (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    private func unexpected(_ expected: String) -> CardError {
        CardError(
            .data,
            Diagnostic(
                code: "unexpected-text", "expected \(expected), found something else",
                at: SourceLocation(file: file, line: line, column: column)))
    }

    private func unfinished(_ element: JSONElement) -> Diagnostic {
        Diagnostic(
            code: "unexpected-end",
            "the value that begins here is not ended before the end of the file",
            at: SourceLocation(file: file, line: element.line, column: element.column))
    }
}
