import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTestbench
import Testing

@testable import BlueHeartTypesetting

/// What the kit's families make of each of its languages, glyph by glyph.
struct LanguageGoldenTests {
    static let phrases = [
        ("ar", "معا ضد الاتجار (UNODC) 2026"), ("zh-Hans", "共同打击人口贩运"),
        ("en", "Together, 24/7 – “hope”"), ("fr", "Ensemble : l’espoir, œuvre d’été"),
        ("ru", "Вместе против торговли"), ("es", "¡Juntos! ¿Corazón azul?"),
        ("sk", "Kŕdeľ ďatľov, šťastie"), ("cs", "Příliš žluťoučký kůň"),
        ("de", "Größe, Straße, Ärger"), ("pl", "Zażółć gęślą jaźń"),
        ("pt", "Coração, ações, avó"), ("it", "Perché così è già"), ("nl", "IJsland, ’s avonds ïe"),
        ("ro", "Șapte țări, înțeles"), ("bg", "Жив глас: в, г, д, и, к, л, п, т"),
        ("uk", "Їжак, ґанок, п’ять"), ("el", "Μαζί για την ελπίδα"),
        ("hu", "Árvíztűrő tükörfúrógép"), ("tr", "İyilik, ılık, ağaç, şimdi"),
        ("hy", "Միասին հանուն հույսի"), ("ka", "ერთად იმედისთვის"),
        ("hi", "मिलकर उम्मीद की ओर"), ("th", "ร่วมกันเพื่อความหวังที่นี่"), ("am", "በጋራ ለተስፋ።"),
    ]

    private func prepared(
        _ text: String, _ tag: String, _ families: [String], weight: Int,
        case letterCase: TextStyle.Case = .none
    ) throws -> PreparedText {
        let style = TextStyle(
            fontFamilies: families, fontWeight: weight, textCase: letterCase)
        let wish = Paragraph(
            spans: [TextSpan(text, style: style)], language: try Language(tag: tag),
            fontSize: 20...20)
        return try PreparedText(
            StyledText(wish), typesetter: Typesetter(fonts: try sharedLibrary.get()))
    }

    @Test(arguments: phrases)
    func eachLanguageIsShapedAsBefore(_ tag: String, _ text: String) throws {
        let display = try prepared(
            text, tag, ["Lato", "Noto Kufi Arabic", "Noto Sans"], weight: 900)
        let body = try prepared(text, tag, ["Lato", "Noto Sans Arabic", "Noto Sans"], weight: 500)
        let found = "display\n" + glyphs(of: display) + "text\n" + glyphs(of: body)
        expectGolden(found, "language-\(tag)")
    }

    /// `font weight; size; text; glyph=cluster@x,y+advance`, in px; a line for each run.
    private func glyphs(of text: PreparedText) -> String {
        var lines = ""
        for run in text.runs {
            var x = 0.0
            let glyphs = text.glyphs[run.glyphs].map { glyph in
                defer { x += glyph.advance * 20 }
                return "\(glyph.id)=\(glyph.cluster)@\(number(x + glyph.dx * 20)),"
                    + "\(number(-glyph.dy * 20))+\(number(glyph.advance * 20))"
            }
            let words = String(utf16Units: text.source.text[run.range])
            lines += "\(run.font.description.family) \(run.font.weight); 20; \(words); "
            lines += glyphs.joined(separator: " ") + "\n"
        }
        return lines
    }

    /// The weights of the kit's headlines and texts are real ones, but for Chinese, whose package
    /// has 400 and 700 only.
    @Test(arguments: phrases)
    func theWeightsOfTheKitAreThereInEachLanguage(_ tag: String, _ text: String) throws {
        for (weight, chinese) in [(900, 700), (500, 400), (600, 700)] {
            let found = try prepared(text, tag, ["Lato", "Noto Kufi Arabic"], weight: weight)
            #expect(found.mainFont?.weight == (tag == "zh-Hans" ? chinese : weight))
        }
    }

    @Test(arguments: phrases, [TextStyle.Case.upper, .lower, .title])
    func everyLanguageHasItsLettersInEveryCase(
        _ phrase: (String, String), _ letterCase: TextStyle.Case
    ) throws {
        #expect(throws: Never.self) {
            try prepared(phrase.1, phrase.0, ["Lato"], weight: 900, case: letterCase)
        }
    }

    @Test func romanianCommasAreNotCedillas() throws {
        let ids = { (text: String, tag: String) in
            try prepared(text, tag, ["Noto Sans"], weight: 400).glyphs.map(\.id)
        }
        #expect(try ids("ŞşŢţ", "ro") == ids("ȘșȚț", "ro"))
        #expect(try ids("Şş", "tr") != ids("Șș", "tr"))
    }

    @Test(arguments: [
        ("👩‍👧‍👦", 1), ("👍🏽", 1), ("🇸🇰", 1), ("🏳️‍🌈", 1), ("👩🏾‍🚀🇺🇦", 2), ("❤️‍🔥", 1), ("👁️‍🗨️", 1), ("1️⃣", 1),
    ])
    func anEmojiSequenceIsOnePicture(_ text: String, _ count: Int) throws {
        let found = try prepared(text, "en", ["Lato"], weight: 400)
        #expect(found.runs.allSatisfy { $0.font.isEmoji })
        #expect(found.glyphs.filter { $0.advance > 0 }.count == count)
    }
}

private func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
}
