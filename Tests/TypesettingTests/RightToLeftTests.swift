import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

/// Where words, numbers, signs and the ellipsis stand in text that runs to the left, seen from left
/// to right; each part is a span of its own, and so a run of its own.
struct RightToLeftTests {
    private func line(
        _ parts: [String], _ tag: String, width: Double = 2_000,
        overflow: Paragraph.Overflow = .error
    ) throws -> TypesetLine {
        var wish = try paragraph("", tag, size: 30...30)
        wish.spans = parts.map {
            TextSpan($0, style: TextStyle(fontFamilies: ["Noto Sans Arabic", "Noto Sans"]))
        }
        (wish.maxLines, wish.overflow) = (1, overflow)
        return try #require(try typeset(wish, width: width).lines.first)
    }

    /// The runs' words from left to right, spaces and empty runs left out.
    private func seen(_ line: TypesetLine) -> [String] {
        line.runs.map { $0.text.trimmingSpaces }.filter { !$0.isEmpty }
    }

    @Test(arguments: [
        // Punctuation stands at the left of what it ends, whatever it ends.
        (["مرحبا", "!"], "ar", ["!", "مرحبا"]),
        (["انضم إلى ", "UNODC", "!"], "ar", ["!", "UNODC", "انضم إلى"]),
        (["هل ترى", "؟"], "ar", ["؟", "هل ترى"]), (["שלום", "."], "he", [".", "שלום"]),
        (["- ", "قلب"], "ar", ["قلب", "-"]),
        // In a text that runs to the right Arabic words keep their order, the sign its right side.
        (["Say ", "مرحبا ", "بكم", "!"], "en", ["Say", "بكم", "مرحبا", "!"]),
        // Numbers, dates and addresses are read from the left, one after the other from the right.
        (["قلب ", "12", " و ", "2026"], "ar", ["2026", "و", "12", "قلب"]),
        (["في ", "24/7", " دائما"], "ar", ["دائما", "24", "/", "7", "في"]),
        (["في ", "1.5", "%"], "ar", ["%", "1.5", "في"]),
        (["زر ", "blueheart.org/ar", " الآن"], "ar", ["الآن", "blueheart.org/ar", "زر"]),
        (["قلب ", "Blue ", "Heart", " أزرق"], "ar", ["أزرق", "Blue", "Heart", "قلب"]),
        // An isolate keeps a name's own order and lets nothing out.
        (["من ", "\u{2068}", "Amina K.", "\u{2069}", "!"], "ar", ["!", "Amina K.", "من"]),
        (
            ["From ", "\u{2068}", "أمينة", "\u{2069}", " (", "3", ")"], "en",
            ["From", "أمينة", "(", "3", ")"]
        ),
        // Without one the number would go with the name.
        (["From ", "أمينة", " (", "3", ")"], "en", ["From", ")", "3", "(", "أمينة"]),
    ])
    func partsStandWhereReadersLookForThem(
        _ parts: [String], _ tag: String, _ expected: [String]
    ) throws {
        let line = try line(parts, tag)
        let found = seen(line)
        #expect(found == expected)
        let places = line.runs.map { $0.glyphs[0].position.x }
        #expect(places == places.sorted())
    }

    /// A bracket that opens is drawn as the one that opens to the right, and stands right of what
    /// it holds.
    @Test func bracketsAreMirrored() throws {
        let arabic = try line(["قلب ", "(", "UNODC", ")"], "ar")
        #expect(seen(arabic) == [")", "UNODC", "(", "قلب"])
        let english = try line(["heart ", "(", "UNODC", ")"], "en")
        #expect(seen(english) == ["heart", "(", "UNODC", ")"])
        let glyph = { (line: TypesetLine, sign: String) in
            line.runs.first { $0.text == sign }.map { ($0.font.index, $0.glyphs[0].id) }
        }
        let (closing, opening) = (glyph(arabic, ")"), glyph(english, "("))
        #expect(try #require(closing) == #require(opening))
    }

    /// Noto Sans Arabic has no ellipsis, but full stops.
    private func isEllipsis(_ run: GlyphRun) -> Bool { run.text == "…" || run.text == "..." }

    @Test(arguments: [
        ["الاتجار ", "بالبشر ", "يمس ", "كل ", "بلد ", "في ", "العالم"],
        ["انضم ", "إلى ", "UNODC ", "Blue ", "Heart ", "Campaign ", "against ", "trafficking"],
        ["قلب ", "12 ", "و ", "2026 ", "و ", "1,234,567 ", "و ", "98,765,432"],
        ["Blue ", "Heart ", "Campaign ", "in ", "every ", "country ", "of ", "the ", "world"],
    ])
    func theEllipsisEndsWhatIsRead(_ parts: [String]) throws {
        let whole = parts.joined()
        for width in stride(from: 60.0, to: 420, by: 15) {
            let line = try line(parts, "ar", width: width, overflow: .ellipsis)
            let sign = try #require(line.runs.first)
            #expect(isEllipsis(sign), "\(width)")
            #expect(!line.runs.dropFirst().contains(where: isEllipsis))
            // It is the leftmost of all, the line ends at the right side of its box, and what is
            // left of the text is its beginning.
            let places = line.runs.flatMap(\.glyphs).map(\.position.x)
            #expect(places.allSatisfy { $0 >= sign.glyphs[0].position.x - 1e-6 })
            #expect(abs(line.x + line.width - width) < 1e-4)
            #expect(line.width <= width + 1e-4)
            #expect(whole.hasPrefix(line.text.dropLast(sign.text.count)), "\(line.text)")
        }
    }

    /// In a text that runs to the right, Arabic at its end is cut at its left, and the ellipsis
    /// ends the line.
    @Test func anArabicNameAtTheEndOfEnglishIsCutBeforeTheEllipsis() throws {
        let parts = ["With ", "مؤسسة ", "القلب ", "الأزرق ", "الدولية"]
        let line = try line(parts, "en", width: 200, overflow: .ellipsis)
        #expect(line.runs.last.map(isEllipsis) == true)
        #expect(seen(line).first == "With")
        #expect(line.x == 0 && line.width <= 200)
        let words = seen(line).dropFirst().dropLast().map { $0 }
        #expect(words == ["القلب", "مؤسسة"] || words == ["مؤسسة"])
    }

    @Test func linesBreakInReadingOrder() throws {
        let wish = try paragraph(
            "واحد اثنان UNODC Blue Heart ثلاثة أربعة 2026 خمسة", "ar", size: 30...30)
        let found = try typeset(wish, width: 210)
        #expect(found.lines.count > 2)
        let words = found.lines.map(\.text).joined(separator: " ")
        #expect(words == wish.text)
        #expect(found.lines.allSatisfy { abs($0.x + $0.width - 210) < 1e-4 })
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let invisible: Set<Character> = [" ", "\u{2068}", "\u{2069}"]
        let from = drop { invisible.contains($0) }
        return String(from.reversed().drop { invisible.contains($0) }.reversed())
    }
}
