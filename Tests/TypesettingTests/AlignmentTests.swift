import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct AlignmentTests {
    @Test(arguments: [
        (Paragraph.Alignment.start, 0.0, 1.0), (.center, 0.5, 0.5), (.end, 1.0, 0.0),
        (.justify, 0.0, 1.0),
    ])
    func startAndEndChangeSidesWithTheLanguage(
        _ alignment: Paragraph.Alignment, _ english: Double, _ arabic: Double
    ) throws {
        let left = try typeset(try paragraph("heart") { $0.alignment = alignment }, width: 500)
        let right = try typeset(try paragraph("قلب", "ar") { $0.alignment = alignment }, width: 500)
        #expect(abs(left.lines[0].x - english * (500 - left.lines[0].width)) < 1e-9)
        #expect(abs(right.lines[0].x - arabic * (500 - right.lines[0].width)) < 1e-9)
    }

    @Test(arguments: ["en", "zh-Hans"])
    func justifiedLinesFillTheWidthButForTheLast(_ tag: String) throws {
        let (text, width) = tag == "en" ? (body, 400.0) : (sentences[3].1, 330.0)
        let found = try typeset(
            try paragraph(text, tag, size: 30...30) { $0.alignment = .justify }, width: width)
        #expect(found.lines.count > 2)
        #expect(found.lines.dropLast().allSatisfy { abs($0.width - width) < 1e-6 })
        let last = try #require(found.lines.last)
        #expect(last.width < width)
        for line in found.lines.dropLast() {
            let glyph = try #require(line.runs.last?.glyphs.last)
            #expect(glyph.position.x < width && glyph.position.x > width - 40)
        }
    }

    @Test func numbersAndLatinKeepTheirOrderInArabic() throws {
        let found = try typeset(try paragraph("قلب 12 UNODC", "ar"), width: 900)
        let runs = found.lines[0].runs
        #expect(runs.map(\.text) == ["UNODC", "12 ", "قلب "] || runs.map(\.text).first == "UNODC")
        #expect(runs.last?.text.contains("قلب") == true)
    }

    @Test func baselinesAreALineHeightApart() throws {
        let found = try typeset(try paragraph(body) { $0.lineHeight = 1.2 }, width: 400)
        for (line, next) in zip(found.lines, found.lines.dropFirst()) {
            #expect(abs(next.baseline - line.baseline - 48) < 1e-9)
        }
    }

    @Test(arguments: [
        ("km", "សេចក្តីថ្លៃថ្នូរជាប់ពីកំណើត និងសិទ្ធិ"), ("my", "ဂုဏ်သိက္ခာနှင့်တကွ"), ("ur", "انسانی اسمگلنگ"),
        ("bo", "སྐྱེས་ཙམ་ཉིད་ནས"),
    ])
    func linesOfTallScriptsDoNotRunIntoEachOther(_ tag: String, _ text: String) throws {
        let wish = try paragraph(text + "\n" + text, tag) { $0.lineHeight = 1 }
        let lines = try typeset(wish, width: 2_000).lines
        let apart = lines[1].baseline - lines[0].baseline
        #expect(apart > 40 * 1.2)
        let latin = try typeset(try paragraph("Ég\nÉg") { $0.lineHeight = 1 }, width: 2_000).lines
        #expect(abs(latin[1].baseline - latin[0].baseline - 40) < 1e-9)
    }
}
