import BlueHeartDiagnostics

/// Parses the bytes of one JSON document in one pass.
struct JSONParser {
    let bytes: [UInt8]
    let file: String
    let limits: JSONLimits
    /// Offset of the next byte; everything before it is complete scalars.
    var offset = 0
    private(set) var line = 1
    private var lineStart = 0
    /// Continuation bytes in this line, so that columns count scalars.
    var continuations = 0
    private var depth = 0
    private var nodes = 0
    var path: [JSONPath.Step] = []
    /// Faults that do not stop the parser.
    private(set) var faults: [Diagnostic] = []

    init(bytes: [UInt8], file: String, limits: JSONLimits) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
    }

    var location: SourceLocation {
        SourceLocation(file: file, line: line, column: offset - lineStart - continuations + 1)
    }

    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }
}

extension JSONParser {
    mutating func document() throws(JSONFault) -> JSONNode {
        try checkEncoding()
        skipBlanks()
        guard next != nil else {
            throw fault("empty-document", "expected a value, found an empty file")
        }
        let root = try value()
        skipBlanks()
        guard next == nil else {
            throw fault(
                "text-after-end", "expected the end of the file, found \(found)",
                hint: "a file holds one value; remove what follows it")
        }
        return root
    }

    private mutating func value() throws(JSONFault) -> JSONNode {
        nodes += 1
        guard nodes <= limits.nodes else {
            throw fault(
                "too-many-values", "expected at most \(limits.nodes) values, found more")
        }
        let place = location
        switch next ?? 0 {
        case UInt8(ascii: "{"): return JSONNode(.object(try object()), at: place)
        case UInt8(ascii: "["): return JSONNode(.array(try array()), at: place)
        case UInt8(ascii: "\""): return JSONNode(.string(try string()), at: place)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return JSONNode(.number(try number()), at: place)
        default: return JSONNode(try literal(), at: place)
        }
    }

    private mutating func literal() throws(JSONFault) -> JSONNode.Value {
        let text = word
        let value: JSONNode.Value
        switch text {
        case "true": value = .bool(true)
        case "false": value = .bool(false)
        case "null": value = .null
        default: throw notAValue()
        }
        offset += text.utf8.count
        return value
    }

    private mutating func array() throws(JSONFault) -> [JSONNode] {
        let opened = try open()
        defer { depth -= 1 }
        var elements: [JSONNode] = []
        guard next != UInt8(ascii: "]") else {
            offset += 1
            return elements
        }
        repeat {
            path.append(.index(elements.count))
            elements.append(try value())
            path.removeLast()
        } while try comma(orEnd: UInt8(ascii: "]"), opened: opened)
        return elements
    }

    private mutating func object() throws(JSONFault) -> [JSONMember] {
        let opened = try open()
        defer { depth -= 1 }
        var members: [JSONMember] = []
        var names = NameIndex()
        guard next != UInt8(ascii: "}") else {
            offset += 1
            return members
        }
        repeat {
            let member = try member()
            if let first = names.insert(member.name, among: members) {
                noteDuplicate(member, of: members[first])
            } else {
                members.append(member)
            }
        } while try comma(orEnd: UInt8(ascii: "}"), opened: opened)
        return members
    }

    private mutating func member() throws(JSONFault) -> JSONMember {
        let place = location
        let name = try self.name()
        path.append(.key(name))
        skipBlanks()
        guard next == UInt8(ascii: ":") else {
            throw unexpected(
                expected: "a colon after the name \(quoted(name))",
                hint: next == UInt8(ascii: "=") ? "write \":\" instead" : nil)
        }
        offset += 1
        skipBlanks()
        let value = try value()
        path.removeLast()
        return JSONMember(name: name, nameLocation: place, value: value)
    }

    private mutating func name() throws(JSONFault) -> String {
        guard let byte = next, byte != UInt8(ascii: "\"") else {
            if next == nil { throw unexpected(expected: "a name in double quotes") }
            return try string()
        }
        let expected = "a name in double quotes"
        switch byte {
        case UInt8(ascii: "'"):
            throw fault(
                "single-quotes", "expected \(expected), found a single quote",
                hint: "use double quotes")
        case UInt8(ascii: "/"), UInt8(ascii: "#"): throw comment(expected: expected)
        case UInt8(ascii: ","): throw unexpected(expected: expected, hint: "remove the comma")
        case let byte where isWordByte(byte):
            throw fault(
                "unquoted-name", "expected \(expected), found \(quoted(word))",
                hint: "put the name in double quotes")
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw unexpected(
                expected: expected, hint: "close the object before it with }, or name the value")
        default: throw unexpected(expected: expected)
        }
    }

    private mutating func noteDuplicate(_ member: JSONMember, of first: JSONMember) {
        let place = "line \(first.nameLocation.line), column \(first.nameLocation.column)"
        faults.append(
            Diagnostic(
                code: "duplicate-field",
                "duplicate name \(quoted(member.name)); it was first used at \(place)",
                at: member.nameLocation, path: JSONPath(path).appending(.key(member.name)),
                hint: "keep one of the two"))
    }
}

extension JSONParser {
    /// Skips an opening bracket and the white space after it.
    private mutating func open() throws(JSONFault) -> SourceLocation {
        depth += 1
        guard depth <= limits.depth else {
            throw fault(
                "too-deep",
                "expected at most \(limits.depth) nested objects and arrays, found more"
            )
        }
        let place = location
        offset += 1
        skipBlanks()
        return place
    }

    /// Skips a comma or `end`; returns true if another element follows.
    private mutating func comma(
        orEnd end: UInt8, opened: SourceLocation
    ) throws(JSONFault) -> Bool {
        skipBlanks()
        switch next {
        case end:
            offset += 1
            return false
        case UInt8(ascii: ","):
            let place = location
            offset += 1
            skipBlanks()
            guard next != UInt8(ascii: "}"), next != UInt8(ascii: "]") else {
                throw fault(
                    "trailing-comma", "expected a value after the comma, found \(found)",
                    at: place, hint: "remove the comma")
            }
            return true
        default: throw notAComma(before: end, opened: opened)
        }
    }

    private mutating func skipBlanks() {
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                offset += 1
                // CR LF is one line ending, counted at its LF.
                if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { continue }
                line += 1
                lineStart = offset
                continuations = 0
            default: return
            }
        }
    }

    private mutating func checkEncoding() throws(JSONFault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw fault(
                "byte-order-mark", "expected JSON, found a byte order mark before it",
                hint: "save the file as UTF-8 without BOM")
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw invalidBytes(error)
        }
    }

    private func invalidBytes(_ error: UTF8.ValidationError) -> JSONFault {
        let start = error.byteOffsets.lowerBound
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let byte = String(bytes[start], radix: 16, uppercase: true)
        return fault(
            "invalid-utf8", "expected UTF-8, found the invalid byte 0x\(byte)",
            at: SourceLocation(of: start, in: bytes, file: file),
            hint: isUTF16 ? "the file is UTF-16; save it as UTF-8" : "save the file as UTF-8")
    }

    /// The letters, digits and underscores from here on, at most 40.
    var word: String {
        String(decoding: bytes[offset...].prefix(40).prefix(while: isWordByte), as: UTF8.self)
    }
}

func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
        || byte >= 0x80
}
