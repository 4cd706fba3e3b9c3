import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct WrappingTests {
    @Test(arguments: sentences, Paragraph.Wrapping.allCases.filter { $0 != .none })
    func noLineIsWiderThanItsBoxAndNoWordIsLost(
        _ sentence: (String, String), _ wrapping: Paragraph.Wrapping
    ) throws {
        let (tag, text) = sentence
        let wish = try paragraph(text, tag, size: 30...30) { $0.wrapping = wrapping }
        let narrowest = try Typesetter(fonts: try sharedLibrary.get()).widths(of: wish).narrowest
        for width in stride(from: narrowest, to: narrowest + 600, by: 37) {
            let found = try typeset(wish, width: width)
            #expect(found.lines.allSatisfy { $0.width <= width + 1e-4 })
            #expect(found.lines.allSatisfy { $0.x >= -1e-4 && $0.x + $0.width <= width + 1e-4 })
            #expect(found.lines.first?.range.lowerBound == 0)
            #expect(found.lines.last?.range.upperBound == text.utf16.count)
            for (line, next) in zip(found.lines, found.lines.dropFirst()) {
                #expect(line.range.upperBound == next.range.lowerBound)
            }
        }
    }

    @Test(arguments: sentences)
    func noLineBeginsInsideACharacter(_ tag: String, _ text: String) throws {
        let boundaries = Set(TextAnalyzer().characterBoundaries(in: Array(text.utf16)))
        let wish = try paragraph(text, tag, size: 30...30) { $0.overflow = .clip }
        let found = try typeset(wish, width: 60)
        #expect(found.lines.allSatisfy { boundaries.contains($0.range.lowerBound) })
    }

    @Test(arguments: [
        ("世界打击贩运人口行为日", ["世界打击", "贩运人口", "行为日"]), ("点亮自由之路。", ["点亮自由", "之路。"]),
    ])
    func aBalancedChineseHeadlineKeepsItsWordsWhole(_ text: String, _ lines: [String]) throws {
        for sizes in [20.0...44, 40...40] {
            let wish = try paragraph(text, "zh-Hans", size: sizes) { $0.wrapping = .balance }
            #expect(try typeset(wish, width: 180).lines.map(\.text) == lines)
        }
        let filled = try paragraph(text, "zh-Hans") { $0.wrapping = .normal }
        #expect(try typeset(filled, width: 130).lines[0].text.count == 3)
        // No word has room: it is parted sooner than set tiny.
        let narrow = try paragraph("世界打击贩运", "zh-Hans", size: 10...40) { $0.wrapping = .balance }
        #expect(try typeset(narrow, width: 45).fontSize == 40)
    }

    @Test func balanceEvensLinesWithoutAddingOne() throws {
        for width in stride(from: 300.0, to: 900, by: 50) {
            let plain = try typeset(try paragraph(headline), width: width)
            let even = try typeset(
                try paragraph(headline) { $0.wrapping = .balance }, width: width)
            #expect(plain.lines.count == even.lines.count)
            #expect(raggedness(even) <= raggedness(plain) + 1e-6)
        }
    }

    private func raggedness(_ text: TypesetText) -> Double {
        let mean = text.lines.reduce(0) { $0 + $1.width } / Double(text.lines.count)
        return text.lines.reduce(0) { $0 + ($1.width - mean) * ($1.width - mean) }
    }

    @Test func prettyLeavesNoShortWordAlone() throws {
        var orphans = 0
        for width in stride(from: 250.0, to: 900, by: 25) {
            let plain = try typeset(try paragraph(body), width: width)
            let pretty = try typeset(
                try paragraph(body) { $0.wrapping = .pretty }, width: width)
            #expect(pretty.lines.count == plain.lines.count)
            guard isOrphan(plain.lines.last, in: width) else { continue }
            orphans += 1
            #expect(!isOrphan(pretty.lines.last, in: width))
        }
        #expect(orphans > 0)
    }

    private func isOrphan(_ line: TypesetLine?, in width: Double) -> Bool {
        guard let line else { return false }
        return !line.text.contains(" ") && line.width < width / 3
    }

    @Test func lineFeedsEndLinesAndEmptyLinesHaveHeight() throws {
        let found = try typeset(try paragraph("a\n\nb\n") { $0.lineHeight = 1.5 })
        #expect(found.lines.map(\.text) == ["a", "", "b"])
        #expect(found.size.height == 180)
        #expect(found.lines.map(\.top) == [0, 60, 120])
    }

    @Test func noneNeverBreaks() throws {
        let wish = try paragraph(body) { ($0.wrapping, $0.overflow) = (.none, .clip) }
        #expect(try typeset(wish, width: 100).lines.count == 1)
    }

    @Test func spacesAtTheEndOfALineHang() throws {
        let word = try typeset(try paragraph("heart"))
        let spaced = try typeset(try paragraph("heart     "), width: word.size.width)
        #expect(spaced.size.width == word.size.width)
        #expect(spaced.lines.count == 1)
    }

    @Test func aSoftHyphenShowsOnlyWhereALineEnds() throws {
        let wish = try paragraph("Schiff\u{AD}fahrt")
        let whole = try typeset(wish)
        #expect(whole.lines.map(\.text) == ["Schifffahrt"])
        #expect(abs(whole.size.width - (try typeset(try paragraph("Schifffahrt"))).size.width) < 9)
        let broken = try typeset(wish, width: whole.size.width - 10)
        #expect(broken.lines.map(\.text) == ["Schiff‐", "fahrt"])
        #expect(broken.lines[0].runs.map(\.text) == ["Schiff\u{AD}", "‐"])
    }

    @Test func anEmptyTextHasNoLines() throws {
        let found = try typeset(try paragraph(""), width: 100)
        #expect(found.lines.isEmpty && found.size == .init(width: 0, height: 0))
    }

    @Test func lineHeightComesFromTheLargestSpan() throws {
        let wish = try paragraph("a ") {
            var large = $0.spans[0].style
            large.relativeSize = 2
            $0.spans.append(TextSpan("B", style: large))
            $0.lineHeight = 1
        }
        let found = try typeset(wish)
        #expect(found.size.height == 80)
        #expect(found.lines[0].runs.map(\.fontSize) == [40, 80])
        #expect(found.capHeight > 50)
    }

    @Test(arguments: [("ur", 1.5), ("my", 1.2), ("bo", 1.3)])
    func linesOfTallScriptsDoNotCollide(_ tag: String, _ least: Double) throws {
        let texts = [
            "ur": "انسانی اسمگلنگ ہر ملک کو متاثر کرتی ہے", "my": "နိုင်ငံတိုင်းကို ထိခိုက်စေသည်",
            "bo": "རྒྱལ་ཁབ་ཡོངས་ལ་གནོད་པ་བཟོ་བཞིན་ཡོད།",
        ]
        let text = try #require(texts[tag])
        let found = try typeset(try paragraph(text, tag) { $0.lineHeight = 1 }, width: 300)
        #expect(found.lines.count > 1)
        #expect(found.lines.allSatisfy { $0.height > 40 * least && $0.height < 120 })
    }

    @Test func aLongTextIsCutInTimeThatGrowsWithTheLineOnly() throws {
        let long = String(repeating: "الاتجاربالبشريمسكلبلد", count: 190)
        let wish = try paragraph(long, "ar") { ($0.overflow, $0.maxLines) = (.ellipsis, 1) }
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try typeset(wish, width: 400) }
        // About 10 ms; shaping anew for each of 4,000 places would take seconds.
        #expect(time < .seconds(2))
    }
}
