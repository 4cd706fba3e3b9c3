import BlueHeartDiagnostics

/// Finds the separator of a file from its first records.
struct SeparatorFinder {
    /// Number of records looked at.
    private static let recordLimit = 50

    /// Occurrences of a candidate in one record, outside quotes.
    private struct Count {
        var all = 0
        /// Those followed by a blank, or between two digits, as in text and numbers.
        var soft = 0
    }

    private let candidates: [UInt8]
    private var records: [[Count]] = []

    /// - Parameters:
    ///   - head: beginning of the file without a byte order mark.
    ///   - isWhole: true if that is all of it.
    ///   - preferred: the candidate used if others are equally likely.
    init(_ head: ArraySlice<UInt8>, isWhole: Bool, preferred: UInt8) {
        candidates = [preferred] + RowSeparator.known.map(\.byte).filter { $0 != preferred }
        count(head)
        // The last record may be cut off.
        if !isWhole, records.count > 1 { records.removeLast() }
    }

    /// The candidate that divides the most records as it divides the first.
    var likely: UInt8 {
        guard let first = records.first else { return candidates[0] }
        var best: (same: Int, soft: Int, count: Int, index: Int)?
        for index in candidates.indices where first[index].all > 0 {
            let same = records.count { $0[index].all == first[index].all }
            let soft = first[index].soft * records.count >= first[index].all * records.count
            let found = (same, soft ? 1 : 0, first[index].all, index)
            guard let known = best else {
                best = found
                continue
            }
            let isBetter =
                (found.0, -found.1, found.2) > (known.same, -known.soft, known.count)
            if isBetter { best = found }
        }
        return candidates[best?.index ?? 0]
    }

    /// Counts the candidates in each record that is not blank.
    ///
    /// A quote opens at the beginning of a record and after a candidate.
    private mutating func count(_ head: ArraySlice<UInt8>) {
        var record = [Count](repeating: Count(), count: candidates.count)
        var (isQuoted, isBlank, before) = (false, true, UInt8(ascii: "\n"))
        for index in head.indices where records.count < Self.recordLimit {
            let byte = head[index]
            if byte == UInt8(ascii: "\"") {
                if isQuoted || isBreak(before) { isQuoted.toggle() }
                isBlank = false
            } else if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if !isBlank { records.append(record) }
                record = [Count](repeating: Count(), count: candidates.count)
                isBlank = true
            } else {
                isBlank = isBlank && byte.isASCIIBlank && byte != UInt8(ascii: "\t")
                if !isQuoted, let found = candidates.firstIndex(of: byte) {
                    record[found].all += 1
                    let next = index + 1 < head.endIndex ? head[index + 1] : 0
                    let isSoft =
                        next == UInt8(ascii: " ") || before.isASCIIDigit && next.isASCIIDigit
                    if isSoft { record[found].soft += 1 }
                }
            }
            // A blank between separator and quote does not keep the quote from opening.
            if byte != UInt8(ascii: " ") || !isBreak(before) { before = byte }
        }
        if !isBlank { records.append(record) }
    }

    private func isBreak(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || candidates.contains(byte)
    }
}

/// A separator of columns.
public struct RowSeparator: Hashable, Sendable {
    public let byte: UInt8

    /// Separators with names, in the order in which they are tried.
    static let known: [(name: String, byte: UInt8)] = [
        ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")),
        ("tab", UInt8(ascii: "\t")), ("pipe", UInt8(ascii: "|")),
    ]

    static let comma = RowSeparator(byte: UInt8(ascii: ","))

    init(byte: UInt8) { self.byte = byte }

    /// A separator as people write it: `;`, `semicolon`, `\t`; nil for letters, digits, quotes and
    /// more than one character.
    public init?(_ text: String) {
        if let known = Self.known.first(where: { isSameName($0.name, text.lowercased()) }) {
            byte = known.byte
        } else if isSameName(text, "\\t") {
            byte = UInt8(ascii: "\t")
        } else {
            guard let only = text.utf8.first, text.utf8.count == 1, only < 0x7F,
                only > 0x20 || only == UInt8(ascii: "\t"), !only.isASCIILetterOrDigit,
                only != UInt8(ascii: "\"")
            else { return nil }
            byte = only
        }
    }

    /// Name in messages: `semicolons`.
    var plural: String {
        Self.known.first { $0.byte == byte }.map { $0.name + "s" }
            ?? quoted(String(decoding: [byte], as: UTF8.self))
    }
}

/// The line `sep=;` with which a spreadsheet tells its separator.
struct SeparatorLine {
    let separator: UInt8
    /// Length of the line with its end.
    let length: Int

    /// - Parameter head: beginning of the file without a byte order mark.
    init?(_ head: ArraySlice<UInt8>) {
        let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let bare = Array(line.filter { $0 != UInt8(ascii: "\"") })
        guard bare.count == 5,
            String(decoding: bare.prefix(4), as: UTF8.self).lowercased().utf8
                .elementsEqual("sep=".utf8), !bare[4].isASCIILetterOrDigit
        else { return nil }
        separator = bare[4]
        let end = head.dropFirst(line.count).prefix(2)
        let isPair = end.elementsEqual([UInt8(ascii: "\r"), UInt8(ascii: "\n")])
        length = line.count + (isPair ? 2 : min(1, end.count))
    }
}
