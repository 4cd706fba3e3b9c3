/// Reads the text of a style sheet; comments count as blanks.
struct CSSCursor {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { offset >= bytes.count }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func isAt(_ text: StaticString) -> Bool {
        bytes[min(offset, bytes.count)...].starts(with: text.description.utf8)
    }

    mutating func step() { offset = min(offset + 1, bytes.count) }

    mutating func accept(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Blanks, comments and the marks of comments of HTML.
    mutating func skip() {
        while let byte = next {
            if byte.isBlank {
                offset += 1
            } else if isAt("/*") {
                skipComment()
            } else if isAt("<!--") {
                offset += 4
            } else if isAt("-->") {
                offset += 3
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        offset += 2
        while !isAtEnd, !isAt("*/") { offset += 1 }
        offset = min(offset + 2, bytes.count)
    }

    mutating func name() -> String {
        let start = offset
        while let byte = next, byte.isNamePart { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// The text up to a block, a semicolon or an end, without comments.
    mutating func prelude() -> String {
        component(until: [UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: "}")])
    }

    /// The text up to one of `ends` that stands outside of brackets and strings.
    private mutating func component(until ends: [UInt8]) -> String {
        var result: [UInt8] = []
        var depth = 0
        while let byte = next {
            if isAt("/*") {
                skipComment()
                result.append(0x20)
                continue
            }
            if depth == 0, ends.contains(byte) { break }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                appendString(to: &result)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: "}") where depth > 0: depth = 0
            default: break
            }
            if byte == UInt8(ascii: "}"), ends.contains(byte) { break }
            result.append(byte)
            offset += 1
        }
        return String(decoding: result, as: UTF8.self).trimmed
    }

    private mutating func appendString(to result: inout [UInt8]) {
        let quote = bytes[offset]
        result.append(quote)
        offset += 1
        while let byte = next {
            result.append(byte)
            offset += 1
            if byte == UInt8(ascii: "\\"), let escaped = next {
                result.append(escaped)
                offset += 1
            } else if byte == quote {
                return
            }
        }
    }

    /// Passes over `{ … }` with all that is nested in it.
    mutating func skipBlock() {
        skip()
        guard accept(UInt8(ascii: "{")) else { return }
        var depth = 1
        while depth > 0, let byte = next {
            if isAt("/*") {
                skipComment()
                continue
            }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            offset += 1
        }
    }

    /// Declarations up to a closing brace, which is taken, or the end.
    mutating func declarations() -> [Declaration] {
        var result: [Declaration] = []
        skip()
        while !isAtEnd, !accept(UInt8(ascii: "}")) {
            if let declaration = declaration() { result.append(declaration) }
            _ = accept(UInt8(ascii: ";"))
            skip()
        }
        return result
    }

    private mutating func declaration() -> Declaration? {
        let name = name()
        skip()
        let ends = [UInt8(ascii: ";"), UInt8(ascii: "}")]
        guard !name.isEmpty, accept(UInt8(ascii: ":")) else {
            // A damaged declaration goes up to its semicolon.
            let start = offset
            _ = component(until: ends)
            if offset == start, next != UInt8(ascii: ";"), next != UInt8(ascii: "}") { step() }
            return nil
        }
        let (value, isImportant) = parted(component(until: ends))
        guard !value.isEmpty || name.utf8.starts(with: "--".utf8) else { return nil }
        let property = name.utf8.starts(with: "--".utf8) ? name : name.asciiLowercased
        return Declaration(property: property, value: value, isImportant: isImportant)
    }

    private func parted(_ text: String) -> (value: String, isImportant: Bool) {
        let bytes = Array(text.utf8)
        guard let mark = bytes.lastIndex(of: UInt8(ascii: "!")) else { return (text, false) }
        let word = String(decoding: bytes[(mark + 1)...], as: UTF8.self).trimmed.asciiLowercased
        guard word == "important" else { return (text, false) }
        return (String(decoding: bytes[..<mark], as: UTF8.self).trimmed, true)
    }
}
