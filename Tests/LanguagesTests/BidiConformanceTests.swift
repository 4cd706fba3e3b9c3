import BlueHeartLanguages
import Testing

/// The whole of Unicode's own tests of the bidirectional algorithm.
///
/// Many thousand cases are set into one text, each a paragraph of its own; a layout does the same
/// with a text that has line feeds.
struct BidiConformanceTests {
    @Test func everyCaseOfBidiTestHasItsLevelsAndOrder() throws {
        var cases = BidiTestFile()
        try cases.read(try unicodeFile("BidiTest.txt"))
        #expect(cases.count == 770_241)
        for (base, batch) in [
            (TextDirection.leftToRight, cases.leftToRight), (.rightToLeft, cases.rightToLeft),
        ] {
            let levels = TextAnalyzer().bidiLevels(in: batch.text, base: base)
            #expect(batch.faults(in: levels, expected: cases.levels) == [])
        }
    }

    /// But for 30 of 91,707, each of which is known: none has what a person would write.
    @Test func everyCaseOfBidiCharacterTestHasItsLevelsAndOrder() throws {
        var cases = BidiCharacterFile()
        cases.read(try unicodeFile("BidiCharacterTest.txt"))
        #expect(cases.count == 91_707)
        #expect(cases.orderFaults == [])
        for (base, batch) in [
            (TextDirection.leftToRight, cases.leftToRight), (.rightToLeft, cases.rightToLeft),
        ] {
            let levels = TextAnalyzer().bidiLevels(in: batch.text, base: base)
            let known = bidiCasesICUMisses.filter { $0.base == base }.flatMap(\.texts).sorted()
            #expect(batch.faults(in: levels, expected: cases.levels).sorted() == known)
        }
    }
}

/// Cases with one base direction, one paragraph each.
struct BidiBatch {
    private(set) var text: [UInt16] = []
    /// Where each case begins, and which levels it must get.
    private(set) var starts: [(offset: Int, levels: Int)] = []

    mutating func add(_ units: [UInt16], levels: Int) {
        starts.append((text.count, levels))
        text += units
        if units.last != paragraphSeparator { text.append(paragraphSeparator) }
    }

    /// The cases whose levels differ, in hexadecimal.
    func faults(in found: [UInt8], expected: [[UInt8]]) -> [String] {
        var faults: [String] = []
        for start in starts {
            let wanted = expected[start.levels]
            for index in wanted.indices
            where wanted[index] != unleveled && wanted[index] != found[start.offset + index] {
                let range = start.offset..<start.offset + wanted.count
                faults.append(text[range].map { String($0, radix: 16) }.joined(separator: " "))
                break
            }
        }
        return faults
    }
}

private let paragraphSeparator: UInt16 = 0x2029

/// BidiTest.txt: sequences of classes, grouped by the levels they all get.
struct BidiTestFile {
    private(set) var leftToRight = BidiBatch()
    private(set) var rightToLeft = BidiBatch()
    private(set) var levels: [[UInt8]] = []
    private(set) var count = 0

    mutating func read(_ bytes: [UInt8]) throws {
        var cursor = UnicodeFileCursor(bytes)
        var units: [UInt16] = []
        while !cursor.isAtEnd {
            switch cursor.byte {
            case UInt8(ascii: "#"), 0x0A: break
            case UInt8(ascii: "@"): readExpectation(&cursor)
            default: try readCase(&cursor, units: &units)
            }
            cursor.skipLine()
        }
    }

    /// `@Levels:` holds for all cases up to the next; `@Reorder:` follows from it.
    private mutating func readExpectation(_ cursor: inout UnicodeFileCursor) {
        let isLevels = cursor.bytes[cursor.offset + 1] == UInt8(ascii: "L")
        cursor.skip(isLevels ? "@Levels:".utf8.count : "@Reorder:".utf8.count)
        let numbers = cursor.numbers()
        if isLevels {
            levels.append(numbers)
        } else if let levels = levels.last {
            #expect(visualOrder(ofLevels: levels) == numbers)
        }
    }

    private mutating func readCase(
        _ cursor: inout UnicodeFileCursor, units: inout [UInt16]
    ) throws {
        units.removeAll(keepingCapacity: true)
        while cursor.byte != UInt8(ascii: ";") {
            let unit = try #require(unitsByClass[cursor.word()])
            units.append(unit)
            cursor.skipSpaces()
        }
        cursor.skip(1)
        cursor.skipSpaces()
        let bases = cursor.decimal()
        if bases & 1 != 0 { add(units, base: baseByFirstStrong(units)) }
        if bases & 2 != 0 { add(units, base: .leftToRight) }
        if bases & 4 != 0 { add(units, base: .rightToLeft) }
    }

    private mutating func add(_ units: [UInt16], base: TextDirection) {
        count += 1
        switch base {
        case .leftToRight: leftToRight.add(units, levels: levels.count - 1)
        case .rightToLeft: rightToLeft.add(units, levels: levels.count - 1)
        }
    }
}

/// BidiCharacterTest.txt: scalars with paired brackets, each case with its own levels.
struct BidiCharacterFile {
    private(set) var leftToRight = BidiBatch()
    private(set) var rightToLeft = BidiBatch()
    private(set) var levels: [[UInt8]] = []
    private(set) var count = 0
    private(set) var orderFaults: [String] = []
    private var knownLevels: [[UInt8]: Int] = [:]

    mutating func read(_ bytes: [UInt8]) {
        var cursor = UnicodeFileCursor(bytes)
        var units: [UInt16] = []
        while !cursor.isAtEnd {
            if cursor.byte != UInt8(ascii: "#"), cursor.byte != 0x0A {
                readCase(&cursor, units: &units)
            }
            cursor.skipLine()
        }
    }

    /// Scalars; base asked for; base found; levels; order.
    ///
    /// All scalars are of one unit.
    private mutating func readCase(_ cursor: inout UnicodeFileCursor, units: inout [UInt16]) {
        units.removeAll(keepingCapacity: true)
        while cursor.byte != UInt8(ascii: ";") {
            appendUnits(of: cursor.hexadecimal(), to: &units)
            cursor.skipSpaces()
        }
        cursor.skip("; ;".utf8.count)
        let isRightToLeft = cursor.decimal() == 1
        cursor.skip(1)
        let index = place(of: cursor.numbers(), order: &cursor)
        count += 1
        if isRightToLeft {
            rightToLeft.add(units, levels: index)
        } else {
            leftToRight.add(units, levels: index)
        }
    }

    /// Equal levels have equal orders, so that each order is worked out once.
    private mutating func place(of wanted: [UInt8], order cursor: inout UnicodeFileCursor) -> Int {
        if let known = knownLevels[wanted] { return known }
        cursor.skip(1)
        let order = cursor.numbers()
        if visualOrder(ofLevels: wanted) != order { orderFaults.append("\(wanted): \(order)") }
        knownLevels[wanted] = levels.count
        levels.append(wanted)
        return levels.count - 1
    }
}

/// The places of those characters that have a level, in visual order.
private func visualOrder(ofLevels levels: [UInt8]) -> [UInt8] {
    let kept = levels.indices.filter { levels[$0] != unleveled }
    return TextAnalyzer.visualOrder(ofLevels: kept.map { levels[$0] }).map { UInt8(kept[$0]) }
}

// MARK: - Classes

/// A character of each bidirectional class, by the class's short name.
private let unitsByClass: [UInt32: UInt16] = Dictionary(
    uniqueKeysWithValues: [
        ("L", 0x61), ("R", 0x5D0), ("AL", 0x627), ("EN", 0x31), ("ES", 0x2B), ("ET", 0x25),
        ("AN", 0x661), ("CS", 0x2C), ("B", paragraphSeparator), ("S", 0x09), ("WS", 0x20),
        ("ON", 0x21), ("NSM", 0x301), ("BN", 0xAD), ("LRE", 0x202A), ("RLE", 0x202B),
        ("PDF", 0x202C), ("LRO", 0x202D), ("RLO", 0x202E), ("LRI", 0x2066), ("RLI", 0x2067),
        ("FSI", 0x2068), ("PDI", 0x2069),
    ].map { name, unit in (name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, unit) })

/// The direction of the first strong character outside isolates.
///
/// Source: Unicode Standard Annex 9, rules P2 and P3. Our paragraphs take their direction from
/// the language, so that the rule is the test's own.
private func baseByFirstStrong(_ units: [UInt16]) -> TextDirection {
    var depth = 0
    for unit in units {
        switch unit {
        case 0x2066...0x2068: depth += 1
        case 0x2069: depth = max(0, depth - 1)
        case 0x61 where depth == 0: return .leftToRight
        case 0x5D0 where depth == 0, 0x627 where depth == 0: return .rightToLeft
        default: break
        }
    }
    return .leftToRight
}
