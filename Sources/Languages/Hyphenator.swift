import CBlueHeartICU

/// Finds hyphenation points in words, with the patterns of a dictionary.
public struct Hyphenator: Sendable {
    /// Patterns for the boundaries of compounds, then those for the parts; or one level only.
    private let levels: [HyphenationPatterns]
    private let locale: String

    /// Reads a dictionary in the format of Debian's packages hyphen-*: its encoding in the first
    /// line, then patterns.
    ///
    /// Source: the file format of the library hyphen, README.hyphen and README.nonstandard.
    public init(
        dictionary bytes: UnsafeRawBufferPointer, language: Language
    ) throws(HyphenatorFault) {
        let text = try unsafe utf8Dictionary(bytes)
        levels = rangesOfLevels(text).map { HyphenationPatterns(text, lines: $0) }
        locale = language.locale
    }
}

/// The lines before and after `NEXTLEVEL`.
private func rangesOfLevels(_ text: [UInt8]) -> [Range<Int>] {
    let separator = Array("\nNEXTLEVEL\n".utf8)
    var start = 0
    for offset in text.indices.dropLast(separator.count) where text[offset] == separator[0] {
        guard text[offset..<offset + separator.count].elementsEqual(separator) else { continue }
        start = offset + separator.count
    }
    return start == 0 ? [0..<text.count] : [0..<start - 1, start..<text.count]
}

/// Reason for refusing a dictionary.
public enum HyphenatorFault: Error, Hashable, Sendable {
    case unknownEncoding(String)
}

extension Hyphenator {
    /// Offsets at which a line may end inside a word, after its letters and a hyphen.
    ///
    /// Words have at least six letters and keep three on each side; words in capitals are
    /// hyphenated from eight letters on, because shorter ones are mostly names. A token with a
    /// hyphen, a soft hyphen, a digit or a character used in addresses is not hyphenated.
    /// - Returns: offsets in UTF-16 units in ascending order.
    public func places(in text: [UInt16]) -> [Int] {
        var places: [Int] = []
        for token in text.indices.split(whereSeparator: { text[$0] == 0x20 || text[$0] == 0xA0 }) {
            let range = token.startIndex..<token.endIndex
            guard !isAddress(text[range]) else { continue }
            for word in range.split(whereSeparator: { !isWordUnit(text[$0]) }) {
                places += self.places(inWord: word.startIndex..<word.endIndex, of: text)
            }
        }
        return places
    }

    private func places(inWord word: Range<Int>, of text: [UInt16]) -> [Int] {
        guard (6...64).contains(word.count) else { return [] }
        let isUpper = !text[word].contains { icu_has_property(Int32($0), ICU_LOWERCASE) }
        let isCased = icu_has_property(Int32(text[word.lowerBound]), ICU_CASED)
        if isCased, isUpper, word.count < 8 { return [] }
        let lower = lowercased(Array(text[word]))
        guard lower.count == word.count else { return [] }
        return parts(of: lower)
            .filter { $0 >= 3 && $0 <= word.count - 3 }.map { word.lowerBound + $0 }
    }

    /// Hyphenation points in one word, in UTF-16 units, each of which is a whole scalar.
    private func parts(of word: [UInt16]) -> [Int] {
        let bytes = Array(String(utf16Units: word[...]).utf8)
        var points = Set<Int>()
        for level in levels {
            let edges = [0] + points.sorted() + [bytes.count]
            for (start, end) in zip(edges, edges.dropFirst()) {
                for (place, mark) in level.marks(in: bytes[start..<end]).enumerated()
                where mark.isParting {
                    points.insert(start + place)
                }
            }
        }
        let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
        return starts.indices.filter { points.contains(starts[$0]) }
    }

    private func lowercased(_ units: [UInt16]) -> [UInt16] {
        let locale = locale
        return unsafe icuUnits { out, capacity, status in
            unsafe icu_lower(out, capacity, units, Int32(units.count), locale, status)
        }
    }
}

/// True for letters and marks outside surrogate pairs.
private func isWordUnit(_ unit: UInt16) -> Bool {
    icu_has_property(Int32(unit), ICU_ALPHABETIC) || (0x300...0x36F).contains(unit)
}

/// True for a token with characters of addresses, hashtags and codes, or with its own break
/// opportunities: a digit, a symbol, a hyphen, a full stop between letters.
private func isAddress(_ token: ArraySlice<UInt16>) -> Bool {
    for (index, unit) in zip(token.indices, token) {
        switch unit {
        case 0x23, 0x2D, 0x2F, 0x30...0x39, 0x40, 0x5F, 0xAD, 0x2010, 0x2011: return true
        case 0x2E, 0x3A:
            if index + 1 < token.endIndex, isWordUnit(token[index + 1]) { return true }
        default: break
        }
    }
    return false
}

/// The dictionary with its first line and all patterns in UTF-8.
private func utf8Dictionary(_ bytes: UnsafeRawBufferPointer) throws(HyphenatorFault) -> [UInt8] {
    let lineEnd = unsafe bytes.firstIndex(of: 0x0A) ?? bytes.count
    let line = unsafe bytes[..<lineEnd].filter { $0 > 0x20 }
    let encoding = String(decoding: line.prefix(40), as: UTF8.self)
    let patterns = unsafe Array(bytes[min(lineEnd + 1, bytes.count)...])
    guard let text = converted(patterns, from: encoding) else {
        throw .unknownEncoding(encoding)
    }
    return Array("UTF-8\n".utf8) + text
}

/// The bytes in UTF-8; nil if ICU does not support the encoding.
private func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    if encoding == "UTF-8" { return bytes }
    var status: Int32 = 0
    let capacity = bytes.count * 4 + 8
    let text = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        // SAFETY: the buffer has `capacity` bytes, which is passed to ICU.
        let start = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
        let needed = unsafe bytes.withUnsafeBytes { bytes in
            unsafe icu_to_utf8(
                encoding, start, Int32(capacity),
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                &status)
        }
        count = status > 0 ? 0 : min(Int(needed), capacity)
    }
    return status > 0 ? nil : text
}
