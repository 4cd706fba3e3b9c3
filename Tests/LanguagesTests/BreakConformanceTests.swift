import BlueHeartLanguages
import Testing

/// The whole of Unicode's own tests of line breaks and of characters as people see them.
struct BreakConformanceTests {
    @Test func everyCaseOfGraphemeBreakTestPasses() throws {
        let analyzer = TextAnalyzer()
        let cases = breakCases(try unicodeFile("auxiliary/GraphemeBreakTest.txt"))
        #expect(cases.count == 602)
        for wanted in cases {
            let found = analyzer.characterBoundaries(in: wanted.units)
            #expect(found == [0] + wanted.breaks, "\(wanted.units)")
        }
    }

    @Test func everyCaseOfLineBreakTestPassesButForThoseThatAreTailored() throws {
        let analyzer = TextAnalyzer()
        let language = try Language(tag: "en")
        let cases = breakCases(try unicodeFile("auxiliary/LineBreakTest.txt"))
        #expect(cases.count == 7_654)
        var differing: [String] = []
        for wanted in cases {
            let found = analyzer.lineBreaks(in: wanted.units, language: language)
            let breaks = found.indices.filter { found[$0] != .forbidden }
            if breaks != wanted.breaks { differing.append(marked(wanted.units, breaks)) }
        }
        #expect(differing.sorted() == tailoredLineBreaks.flatMap(\.cases).sorted())
    }

    private func marked(_ units: [UInt16], _ breaks: [Int]) -> String {
        var text = ""
        for (index, unit) in units.enumerated() {
            if breaks.contains(index) { text += "| " }
            text += String(unit, radix: 16) + " "
        }
        return text + "|"
    }
}

/// Cases of LineBreakTest.txt that come out otherwise on purpose, with the breaks we find.
private let tailoredLineBreaks: [(reason: String, cases: [String])] = [
    (
        "ICU: a hyphen at the start of a word keeps to it, as in \"-ing\"",
        [
            "2d 23 |", "2d 308 23 |", "2d a7 |", "2d 308 a7 |", "2d d900 dc05 |",
            "2d 308 d900 dc05 |", "2d e01 |", "2d 308 e01 |",
        ]
    ),
    (
        "ICU: a number may begin with its decimal sign, as in \".35\"",
        [
            "2c 30 |", "2c 308 30 |",
            "65 71 75 61 6c 73 20 | 2e 33 35 20 | 63 65 6e 74 73 |",
        ]
    ),
    (
        "ICU: digits keep to the full stop before them, as in \"A.2\"",
        [
            "61 2e 32 20 |", "61 2e 32 20 | 915 |", "61 2e 32 20 | 672c |",
            "61 2e 32 3000 | 672c |", "61 2e 32 3000 | 307e |", "61 2e 32 3000 | 33 |",
            "41 2e 31 20 | babb |", "bd24 | c5b4 2e 20 | 41 2e 32 20 | bcfc |",
            "bd10 | c694 2e 20 | 41 2e 33 20 | babb |", "c694 2e 20 | 41 2e 34 20 | babb |",
            "61 2e 32 3000 | 300c |",
        ]
    ),
    (
        "ours: a number keeps to its unit, currency or sign, as in \"50 %\" and \"§ 5\"",
        ["30 20 25 |", "30 20 24 |", "24 20 30 |", "a7 20 30 |"]
    ),
]

struct BreakCase {
    var units: [UInt16] = []
    /// Offsets of all breaks after the start.
    var breaks: [Int] = []
}

/// Lines such as `÷ 0061 × 0301 ÷`, with notes behind a number sign.
private func breakCases(_ bytes: [UInt8]) -> [BreakCase] {
    var cases: [BreakCase] = []
    var cursor = UnicodeFileCursor(bytes)
    while !cursor.isAtEnd {
        if cursor.byte != UInt8(ascii: "#"), cursor.byte != 0x0A {
            cases.append(breakCase(&cursor))
        }
        cursor.skipLine()
    }
    return cases
}

private func breakCase(_ cursor: inout UnicodeFileCursor) -> BreakCase {
    let breakSign: UInt32 = 0xC3B7  // ÷ in UTF-8
    var found = BreakCase()
    while cursor.byte != UInt8(ascii: "#"), cursor.byte != 0x0A {
        let isBreak = cursor.word() == breakSign
        if isBreak, !found.units.isEmpty { found.breaks.append(found.units.count) }
        cursor.skipSpaces()
        let scalar = cursor.hexadecimal()
        if scalar > 0 { appendUnits(of: scalar, to: &found.units) }
        cursor.skipSpaces()
    }
    return found
}
