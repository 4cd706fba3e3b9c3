import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct HyphenationTests {
    private func lines(
        _ text: String, _ tag: String, width: Double, _ change: (inout Paragraph) -> Void = { _ in }
    ) throws -> [String] {
        let wish = try paragraph(text, tag) {
            $0.hyphenation = .auto
            change(&$0)
        }
        return try typeset(wish, width: width).lines.map(\.text)
    }

    @Test func aWordTooLongForItsLineIsParted() throws {
        #expect(throws: TypesettingError.self) {
            try typeset(try paragraph("Menschenhandel", "de"), width: 240)
        }
        #expect(try lines("Menschenhandel", "de", width: 240) == ["Menschen‐", "handel"])
        let slovak = try lines("obchodovanie s ľuďmi", "sk", width: 250)
        #expect(slovak == ["obchodova‐", "nie s ľuďmi"])
    }

    @Test func aLineThatIsNearlyFullKeepsItsWordsWhole() throws {
        let found = try lines("Wear the trafficking heart", "en", width: 240)
        #expect(found == ["Wear the", "trafficking", "heart"])
    }

    @Test func aTextThatFitsWholeALittleSmallerIsLeftWhole() throws {
        let whole = try lines("Menschenhandel", "de", width: 290) { $0.fontSize = 10...40 }
        #expect(whole == ["Menschenhandel"])
        let parted = try lines("Menschenhandel", "de", width: 200) {
            ($0.fontSize, $0.maxLines) = (10...60, 2)
        }
        #expect(parted == ["Menschen‐", "handel"])
    }

    @Test(arguments: Paragraph.Wrapping.allCases.filter { $0 != .none })
    func noLetterIsLostAndNoLineTooWide(_ wrapping: Paragraph.Wrapping) throws {
        for width in stride(from: 180.0, to: 700, by: 40) {
            let wish = try paragraph(body, size: 30...30) {
                ($0.hyphenation, $0.wrapping) = (.auto, wrapping)
            }
            let found = try typeset(wish, width: width)
            #expect(found.lines.allSatisfy { $0.width <= width + 1e-4 })
            for (line, next) in zip(found.lines, found.lines.dropFirst()) {
                #expect(line.range.upperBound == next.range.lowerBound)
            }
            #expect(found.lines.last?.range.upperBound == body.utf16.count)
        }
    }

    @Test func noneBreaksNotEvenAtSoftHyphens() throws {
        let wish = try paragraph("Schiff\u{AD}fahrt", "de") {
            ($0.hyphenation, $0.overflow) = (.none, .clip)
        }
        #expect(try typeset(wish, width: 120).lines.count == 1)
    }

    @Test func aLanguageWithoutADictionaryKeepsItsWords() throws {
        #expect(throws: TypesettingError.self) { try lines("ადამიანებით", "ka", width: 150) }
    }
}

struct HangingTests {
    @Test(arguments: [("ja", "私たちは、共に終わらせる。"), ("zh-Hans", "我们可以，一起结束它。")])
    func fullWidthPunctuationGivesUpItsEmptyHalf(_ tag: String, _ text: String) throws {
        let whole = try typeset(try paragraph(text, tag)).size.width
        let letters = try typeset(try paragraph(String(text.dropLast()), tag)).size.width
        #expect((19...24).contains(whole - letters))
    }

    /// The ink of a mark that opens a line begins where the line does.
    @Test(arguments: [
        ("ja", "「希望」へ共に"), ("zh-Hans", "“我们一起”结束它"), ("zh-Hans", "（希望）与我们同行"),
    ])
    func fullWidthPunctuationOpensALineWithItsInk(_ tag: String, _ text: String) throws {
        let line = try #require(try typeset(try paragraph(text, tag), width: 600).lines.first)
        let letters = try typeset(try paragraph(String(text.dropFirst()), tag)).size.width
        #expect((16...24).contains(line.width - letters), "\(line.width - letters)")
        let (mark, next) = (line.runs[0].glyphs[0], line.runs[0].glyphs[1])
        #expect((-24 ... -16).contains(mark.position.x - line.x))
        #expect(abs(next.position.x - mark.position.x - 40) < 1)
    }

    @Test func commasHangWhereTheyAreAskedTo() throws {
        let plain = try typeset(try paragraph("心。", "ja")).size.width
        let hung = try typeset(try paragraph("心。", "ja") { $0.hanging = .end }).size.width
        #expect(hung == 40 && plain > 50)
        let latin = try typeset(try paragraph("heart.") { $0.hanging = .end }).size.width
        #expect(latin == (try typeset(try paragraph("heart"))).size.width)
    }

    @Test func inArabicTheyHangAtTheLeft() throws {
        let wish = try paragraph("قلب،", "ar") { $0.hanging = .end }
        let line = try #require(try typeset(wish, width: 400).lines.first)
        #expect(abs(line.x + line.width - 400) < 1e-6)
        let comma = try #require(line.runs.first?.glyphs.first)
        #expect(comma.position.x < line.x)
    }
}
