import BlueHeartDiagnostics

/// A syntax fault after which the rest of a file cannot be read.
struct JSONFault: Error {
    let diagnostic: Diagnostic
}

extension JSONParser {
    /// A fault at the next byte, or at `place`.
    func fault(
        _ code: String, _ message: String, at place: SourceLocation? = nil, hint: String? = nil
    ) -> JSONFault {
        JSONFault(
            diagnostic: Diagnostic(
                code: code, message, at: place ?? location, path: JSONPath(path), hint: hint))
    }

    func unexpected(expected: String, hint: String? = nil) -> JSONFault {
        guard offset < bytes.count else {
            return fault(
                "unexpected-end", "expected \(expected), found the end of the file", hint: hint)
        }
        return fault("unexpected-character", "expected \(expected), found \(found)", hint: hint)
    }

    /// Description of the text at `offset`, for a message.
    var found: String {
        guard offset < bytes.count else { return "the end of the file" }
        switch bytes[offset] {
        case UInt8(ascii: "\""): return "a double quote"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
        case UInt8(ascii: "\t"): return "a tab"
        default:
            // Bytes before `offset` are complete scalars, and all bytes are valid UTF-8.
            let rest = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
            return rest.unicodeScalars.first.map { quoted(String($0)) } ?? "nothing"
        }
    }

    /// The fault that no value begins here; the hint has the cure.
    func notAValue() -> JSONFault {
        guard offset < bytes.count else { return unexpected(expected: "a value") }
        switch bytes[offset] {
        case UInt8(ascii: "'"):
            return fault(
                "single-quotes", "expected a value, found a single quote",
                hint: "use double quotes")
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return comment(expected: "a value")
        case UInt8(ascii: "+"), UInt8(ascii: "."):
            return fault(
                "bad-number", "expected a value, found \(found)",
                hint: "write numbers like 0.5, without a plus sign")
        case UInt8(ascii: ","):
            return unexpected(expected: "a value", hint: "remove the comma")
        case let byte where isWordByte(byte): return notAWord()
        default: return unexpected(expected: "a value")
        }
    }

    func comment(expected: String) -> JSONFault {
        fault(
            "comment", "expected \(expected), found \(found)",
            hint: "JSON has no comments; remove it")
    }

    private func notAWord() -> JSONFault {
        let text = word
        let hint =
            switch text.lowercased() {
            case "true", "false", "null": "write \(text.lowercased())"
            case "none", "nil", "undefined": "write null, or leave the field out"
            case "nan", "inf", "infinity": "JSON has finite numbers only"
            default: "put text in double quotes"
            }
        return fault("unquoted-text", "expected a value, found \(quoted(text))", hint: hint)
    }

    /// The fault that neither a comma nor the end of the container follows.
    func notAComma(before end: UInt8, opened: SourceLocation) -> JSONFault {
        let closing = end == UInt8(ascii: "}") ? "\"}\"" : "\"]\""
        let expected = "a comma or \(closing)"
        guard offset < bytes.count else {
            return unexpected(
                expected: expected,
                hint: "the bracket at line \(opened.line), column \(opened.column) is not closed"
            )
        }
        switch bytes[offset] {
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return comment(expected: expected)
        case UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"):
            return unexpected(expected: expected)
        default:
            return fault(
                "missing-comma", "expected \(expected), found \(found)",
                hint: "put a comma before it")
        }
    }
}
