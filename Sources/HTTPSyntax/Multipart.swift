import BlueHeartDiagnostics

/// Parts of a `multipart/form-data` body.
///
/// - Source: L. Masinter, RFC 7578; N. Freed, N. Borenstein, RFC 2046, section 5.1.
public struct Multipart: Sendable {
    public struct Part: Sendable {
        public var name: String
        /// nil for a plain field.
        public var fileName: String?
        public var bytes: ArraySlice<UInt8>
    }

    public let parts: [Part]

    /// Highest number of parts that is read.
    public static let limit = 80
    /// Longest head of a part, in bytes.
    private static let headLimit = 4_096

    /// Reads a body whose `Content-Type` is `type`.
    public init(_ body: [UInt8], type: String) throws(MultipartFault) {
        guard let boundary = headerParameter("boundary", of: type),
            (1...70).contains(boundary.utf8.count)
        else { throw .badBoundary }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter can be at the very start, without a line break before it.
        let isFirst = body.starts(with: delimiter[2...])
        let first = isFirst ? 0..<(delimiter.count - 2) : firstRange(of: delimiter, in: body[...])
        guard let first else { throw .missingBoundary }
        var rest = body[first.upperBound...]
        var parts: [Part] = []
        while !rest.starts(with: "--".utf8) {
            guard parts.count < Self.limit else { throw .tooManyParts(limit: Self.limit) }
            guard let end = firstRange(of: delimiter, in: rest) else { throw .unterminatedPart }
            parts.append(try Self.part(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        self.parts = parts
    }

    /// Reads one part.
    ///
    /// - Parameter bytes: from the end of the delimiter, its line break included.
    private static func part(_ bytes: ArraySlice<UInt8>) throws(MultipartFault) -> Part {
        guard let gap = firstRange(of: Array("\r\n\r\n".utf8), in: bytes),
            gap.lowerBound - bytes.startIndex <= headLimit
        else { throw .badPartHead }
        let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self)
        let lines = head.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = headerParameter("name", of: String(line)), !name.isEmpty else {
            throw .unnamedPart
        }
        return Part(
            name: name, fileName: headerParameter("filename", of: String(line)),
            bytes: bytes[gap.upperBound...])
    }
}

/// Reason for refusing a body as `multipart/form-data`.
public enum MultipartFault: Error, Hashable, Sendable {
    /// `Content-Type` has no boundary of 1 to 70 bytes.
    case badBoundary
    /// The boundary is not in the body.
    case missingBoundary
    /// The body ends before the boundary after a part.
    case unterminatedPart
    case tooManyParts(limit: Int)
    /// The head of a part is too long or has no empty line after it.
    case badPartHead
    /// The `Content-Disposition` of a part has no name.
    case unnamedPart
}

/// Value of `name=value` or `name="value"` after the first `;` of a header.
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

/// The first occurrence of a pattern.
///
/// - Cost: linear if the first two bytes of the pattern are rare, as CR LF are.
private func firstRange(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
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
