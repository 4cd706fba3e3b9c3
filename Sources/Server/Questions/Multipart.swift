import Diagnostics
import HTTPTypes

/// The parts of a form with files.
///
/// - Source: L. Masinter, RFC 7578; N. Freed, N. Borenstein, RFC 2046, section 5.1.
struct Multipart {
    struct Part {
        var name: String
        /// nil where the part is a plain field.
        var fileName: String?
        var bytes: ArraySlice<UInt8>
    }

    let parts: [Part]

    /// Parts that are taken at most.
    static let limit = 80

    /// - Parameter type: the value of `Content-Type`.
    /// - Throws: 400 for what is no such form.
    init(_ body: [UInt8], type: String) throws(Problem) {
        guard let boundary = headerParameter("boundary", of: type),
            (1...70).contains(boundary.utf8.count)
        else { throw Self.broken("expected a boundary of 1 to 70 characters in Content-Type") }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very beginning, where no line ends before it.
        let isFirst = body.starts(with: delimiter[2...])
        let first = isFirst ? 0..<(delimiter.count - 2) : firstRange(of: delimiter, in: body[...])
        guard let first else {
            throw Self.broken("expected the boundary of Content-Type in the body, found none")
        }
        var rest = body[first.upperBound...]
        var parts: [Part] = []
        while !rest.starts(with: "--".utf8) {
            guard parts.count < Self.limit else {
                throw Self.broken("expected at most \(Self.limit) parts, found more")
            }
            guard let end = firstRange(of: delimiter, in: rest) else {
                throw Self.broken("expected a boundary after each part; the body ends before it")
            }
            parts.append(try Self.part(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        self.parts = parts
    }

    /// - Parameter bytes: from the end of the delimiter's line, its line break included.
    private static func part(_ bytes: ArraySlice<UInt8>) throws(Problem) -> Part {
        guard let gap = firstRange(of: Array("\r\n\r\n".utf8), in: bytes),
            bytes.distance(from: bytes.startIndex, to: gap.lowerBound) <= 4_096
        else { throw broken("expected the headers of a part and an empty line after them") }
        let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self)
        let lines = head.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = headerParameter("name", of: String(line)), !name.isEmpty else {
            throw broken("expected a name in the Content-Disposition of each part")
        }
        return Part(
            name: name, fileName: headerParameter("filename", of: String(line)),
            bytes: bytes[gap.upperBound...])
    }

    private static func broken(_ message: String) -> Problem {
        Problem(.badRequest, "bad-form", message)
    }
}

/// The value of `name=value` or `name="value"` after a header's first `;`.
private func headerParameter(_ name: String, of header: String) -> String? {
    var rest = Array(header.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: ";")) {
        rest = rest[(start + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        guard let sign = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let found = String(decoding: rest[..<sign], as: UTF8.self).lowercased()
        rest = rest[(sign + 1)...]
        let value: ArraySlice<UInt8>
        if rest.first == UInt8(ascii: "\"") {
            rest = rest.dropFirst()
            // Browsers write a quotation mark in a name as %22, so the next one ends it.
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            value = rest[..<end]
            rest = rest[(end + 1)...]
        } else {
            value = rest.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
            rest = rest[value.endIndex...]
        }
        if isSameName(found, name) { return String(decoding: value, as: UTF8.self) }
    }
    return nil
}

/// - Cost: linear where the first two bytes of the pattern are rare, as CR LF are.
private func firstRange(
    of pattern: [UInt8], in bytes: ArraySlice<UInt8>
) -> Range<Int>? {
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: pattern[0]) {
        guard found + pattern.count <= bytes.endIndex else { return nil }
        if bytes[found..<(found + pattern.count)].elementsEqual(pattern) {
            return found..<(found + pattern.count)
        }
        start = found + 1
    }
    return nil
}
