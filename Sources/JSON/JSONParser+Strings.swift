import BlueHeartDiagnostics

extension JSONParser {
    /// Reads the string whose opening quote is next.
    mutating func string() throws(JSONFault) -> String {
        let opened = location
        offset += 1
        let start = offset
        skipPlainBytes()
        if next == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }
        return try escapedString(from: start, opened: opened)
    }

    /// Reads the rest of a string with escapes or characters that need checks.
    private mutating func escapedString(
        from start: Int, opened: SourceLocation
    ) throws(JSONFault) -> String {
        var text = Array(bytes[start..<offset])
        while next != UInt8(ascii: "\"") {
            guard next == UInt8(ascii: "\\") else { throw brokenString(opened: opened) }
            let scalar = try escape(opened: opened)
            text += String(scalar).utf8
            let plain = offset
            skipPlainBytes()
            text.append(contentsOf: bytes[plain..<offset])
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func skipPlainBytes() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                return
            }
            if byte & 0xC0 == 0x80 { continuations += 1 }
            offset += 1
        }
    }

    private func brokenString(opened: SourceLocation) -> JSONFault {
        guard let byte = next, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else {
            return fault(
                "open-string", "expected a double quote at the end of the string, found \(found)",
                at: opened, hint: "close the string; a new line in it is written \\n")
        }
        let escape = byte == UInt8(ascii: "\t") ? "\\t" : "\\u" + hexadecimal(byte)
        return fault(
            "control-character", "expected a printable character, found \(found)",
            hint: "write \(escape) instead")
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

extension JSONParser {
    /// Reads the scalar of an escape sequence after its backslash.
    private mutating func escape(opened: SourceLocation) throws(JSONFault) -> Unicode.Scalar {
        let place = location
        offset += 1
        guard let byte = next else { throw brokenString(opened: opened) }
        let scalar: Unicode.Scalar
        switch byte {
        case UInt8(ascii: "u"):
            offset += 1
            return try hexadecimalEscape(at: place)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            scalar = Unicode.Scalar(byte)
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        default: throw unknownEscape(at: place)
        }
        offset += 1
        return scalar
    }

    private func unknownEscape(at place: SourceLocation) -> JSONFault {
        fault(
            "bad-escape",
            "expected one of \" \\ / b f n r t u after the backslash, found \(found)",
            at: place, hint: "write \\\\ for a backslash")
    }

    private mutating func hexadecimalEscape(
        at place: SourceLocation
    ) throws(JSONFault) -> Unicode.Scalar {
        let unit = try codeUnit(at: place)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), bytes[offset...].starts(with: [0x5C, 0x75]) else {
            throw loneSurrogate(unit, at: place)
        }
        offset += 2
        let second = try codeUnit(at: place)
        guard UTF16.isTrailSurrogate(second) else { throw loneSurrogate(unit, at: place) }
        let pair = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        guard let scalar = Unicode.Scalar(pair) else {
            preconditionFailure("a surrogate pair gave \(pair)")
        }
        return scalar
    }

    private func loneSurrogate(_ unit: UInt16, at place: SourceLocation) -> JSONFault {
        let digits = String(unit, radix: 16, uppercase: true)
        return fault(
            "lone-surrogate", "expected a whole character, found half of one, \\u\(digits)",
            at: place, hint: "write the character itself")
    }

    private mutating func codeUnit(at place: SourceLocation) throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = byte.hexadecimalDigit else {
                throw fault(
                    "bad-escape", "expected four hexadecimal digits after \\u, found \(found)",
                    at: place, hint: "write the character itself")
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }
}
