import BlueHeartDiagnostics

/// Hash index of the patterns of one level of a hyphenation dictionary.
///
/// The dictionary's bytes stay as they are; a table maps the letters of a pattern to its offset.
/// The hyphen library builds a state machine for all patterns first. It also uses only the longest
/// pattern that ends at a letter, so that it hyphenates fewer words with dictionaries not made for
/// it (Czech, Slovak, Russian); with those made for it both agree. Source: F. M. Liang, "Word
/// Hy-phen-a-tion by Com-put-er", Stanford 1983.
struct HyphenationPatterns: Sendable {
    /// Patterns in UTF-8, one per line: letters with digits between them, `.` for a word's edge;
    /// after a `/` the change of spelling at the hyphen.
    private let bytes: [UInt8]
    /// Offsets of patterns by the hash of their letters, 0 for an empty slot.
    private var table: [UInt32]
    private var longest = 0

    init(_ bytes: [UInt8], lines: Range<Int>) {
        self.bytes = bytes
        let count = bytes[lines].reduce(1) { $1 == lineFeed ? $0 + 1 : $0 }
        var size = 16
        while size < 2 * count { size *= 2 }
        table = Array(repeating: 0, count: size)
        var start = lines.lowerBound
        while start < lines.upperBound {
            insert(at: start)
            while start < lines.upperBound, bytes[start] != lineFeed { start += 1 }
            start += 1
        }
    }

    private mutating func insert(at start: Int) {
        guard start > 0, isPattern(bytes[start]) else { return }
        var (offset, hash, length) = (start, firstHash, 0)
        while offset < bytes.count, endsLetters(bytes[offset]) == false {
            if !bytes[offset].isASCIIDigit {
                hash = combined(hash, bytes[offset])
                length += 1
            }
            offset += 1
        }
        longest = max(longest, length)
        var slot = Int(hash) & (table.count - 1)
        let letters = bytes[start..<offset].filter { !$0.isASCIIDigit }[...]
        // The later of two patterns with the same letters is used.
        while table[slot] != 0, !hasLetters(letters, at: Int(table[slot])) {
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = UInt32(start)
    }
}

private let lineFeed: UInt8 = 0x0A
private let firstHash: UInt32 = 0x811C_9DC5

private func combined(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
}

/// Comments and settings begin with punctuation and capital letters.
private func isPattern(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x2E || byte == 0x27 || byte.isASCIIDigit
        || byte >= 0x61 && byte <= 0x7A
}

private func endsLetters(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2F || byte == 0x25 || byte == 0x23
}

// MARK: - Looking up

/// Hyphenation value of a position between two letters: odd allows a hyphen, even forbids it.
struct HyphenationValue {
    var value: UInt8 = 0
    /// True if a hyphen here changes the spelling.
    var changesSpelling = false

    var isParting: Bool { value & 1 == 1 && !changesSpelling }
}

extension HyphenationPatterns {
    /// The values before each byte of a lower-case word, and after its last.
    func marks(in word: ArraySlice<UInt8>) -> [HyphenationValue] {
        let edged = [0x2E] + word + [0x2E]
        var marks = [HyphenationValue](repeating: HyphenationValue(), count: edged.count + 1)
        for start in edged.indices where !isInsideScalar(edged[start]) {
            var hash = firstHash
            for end in start..<min(edged.count, start + longest) {
                hash = combined(hash, edged[end])
                if let line = line(hash, of: edged[start...end]) {
                    raise(&marks, from: start, by: line)
                }
            }
        }
        return Array(marks[1..<edged.count])
    }

    private func isInsideScalar(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private func line(_ hash: UInt32, of letters: ArraySlice<UInt8>) -> Int? {
        var slot = Int(hash) & (table.count - 1)
        while table[slot] != 0 {
            let start = Int(table[slot])
            if hasLetters(letters, at: start) { return start }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    private func hasLetters(_ letters: ArraySlice<UInt8>, at start: Int) -> Bool {
        var (offset, next) = (start, letters.startIndex)
        while offset < bytes.count, !endsLetters(bytes[offset]) {
            if !bytes[offset].isASCIIDigit {
                guard next < letters.endIndex, letters[next] == bytes[offset] else { return false }
                next += 1
            }
            offset += 1
        }
        return next == letters.endIndex
    }

    /// Raises the values to the digits of a pattern where those are higher.
    private func raise(_ marks: inout [HyphenationValue], from start: Int, by line: Int) {
        var (offset, place) = (line, start)
        let changesSpelling = self.changesSpelling(line)
        while offset < bytes.count, !endsLetters(bytes[offset]) {
            if bytes[offset].isASCIIDigit {
                let value = bytes[offset] - 0x30
                if value > marks[place].value {
                    marks[place] = HyphenationValue(
                        value: value, changesSpelling: changesSpelling && value & 1 == 1)
                }
            } else {
                place += 1
            }
            offset += 1
        }
    }

    private func changesSpelling(_ line: Int) -> Bool {
        var offset = line
        while offset < bytes.count, !endsLetters(bytes[offset]) { offset += 1 }
        return offset < bytes.count && bytes[offset] == 0x2F
    }
}
