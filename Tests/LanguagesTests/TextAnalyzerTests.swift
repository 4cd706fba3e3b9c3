import BlueHeartLanguages
import Testing

struct LineBreakTests {
    @Test(arguments: [
        ("en", "Wear the blue heart", "Wear |the |blue |heart"),
        ("en", "anti-trafficking (UNODC) 50 %", "anti-|trafficking |(UNODC) |50 %"),
        ("en", "3.5 and 1,000", "3.5 |and |1,000"),
        ("en", "one\ntwo\r\nthree", "one\n‖two\r\n‖three"),
        ("en", "no\u{A0}break here", "no\u{A0}break |here"),
        ("en", "soft\u{AD}hyphen", "soft\u{AD}|hyphen"),
        ("zh-Hans", "我们可以，结束它。", "我|们|可|以，|结|束|它。"),
        ("ja", "人身取引「終」", "人|身|取|引|「終」"),
        ("th", "เราร่วมกัน", "เรา|ร่วม|กัน"),
        ("ko", "인신매매를 끝내자", "인신매매를 |끝내자"),
        ("sk", "v každej krajine a s ľuďmi", "v každej |krajine |a s ľuďmi"),
        ("cs", "Boj s ním", "Boj |s ním"), ("en", "I am a heart", "I |am |a |heart"),
        ("sk", "A4 a 5 ľudí", "A4 |a 5 |ľudí"), ("pl", "„O nas” i o was", "„O nas” |i o was"),
        ("uk", "Разом із нею й у світі", "Разом |із |нею |й у світі"),
        ("ru", "Вместе с ней и к миру", "Вместе |с ней |и к миру"),
        ("bg", "и в света", "и |в |света"),
        ("en", "12 km in 5 min to 3 malls", "12 km |in |5 min |to |3 |malls"),
        ("en", "10 000 or 1 234 567 or 12 3456", "10 000 |or |1 234 567 |or |12 |3456"),
        ("de", "€ 50 oder 50 € je № 7", "€ 50 |oder |50 € |je |№ 7"),
        ("ru", "5 млн руб. и 12 км", "5 млн |руб. |и 12 км"),
        ("sk", "Dňa 30. júla 2026. Spolu 5. A", "Dňa |30. júla |2026. |Spolu |5. |A"),
        ("fr", "le « cœur bleu » ! Oui : 5 %", "le |« cœur |bleu » ! |Oui : |5 %"),
        ("ja", "ちょっとデータ。", "ちょっ|と|デー|タ。"),
        ("km", "ប្រទេសកម្ពុជា", "ប្រទេស|កម្ពុជា"), ("lo", "ປະເທດລາວ", "ປະເທດ|ລາວ"),
        ("my", "အပြာရောင်နှလုံး", "အပြာ|ရောင်|နှလုံး"),
        ("en", "e\u{301}\u{301} 👩‍👧‍👦👍🏽🇸🇰🇨🇿", "e\u{301}\u{301} |👩‍👧‍👦|👍🏽|🇸🇰|🇨🇿"),
        ("ar", "القلب الأزرق", "القلب |الأزرق"),
    ])
    func linesMayEndWhereTheLanguageAllows(
        _ tag: String, _ text: String, _ marked: String
    ) throws {
        let units = Array(text.utf16)
        let breaks = TextAnalyzer().lineBreaks(in: units, language: try Language(tag: tag))
        var found: [UInt16] = []
        for (index, unit) in units.enumerated() {
            if breaks[index] == .allowed { found += "|".utf16 }
            if breaks[index] == .required { found += "‖".utf16 }
            found.append(unit)
        }
        #expect(String(decoding: found, as: UTF16.self) == marked)
        #expect(breaks.count == units.count + 1)
    }

    @Test func theEndOfATextIsABreak() throws {
        let analyzer = TextAnalyzer()
        let english = try Language(tag: "en")
        #expect(analyzer.lineBreaks(in: Array("a".utf16), language: english).last == .allowed)
        #expect(analyzer.lineBreaks(in: Array("a\n".utf16), language: english).last == .required)
        #expect(analyzer.lineBreaks(in: [], language: english) == [.forbidden])
    }
}

struct CharacterTests {
    @Test(arguments: [
        ("e\u{301}a", [0, 2, 3]), ("👩‍👧🇸🇰", [0, 5, 9]), ("क्षि", [0, 4]), ("", [0]),
        ("\r\nx", [0, 2, 3]),
    ])
    func charactersAreWhatPeopleSee(_ text: String, _ boundaries: [Int]) {
        #expect(TextAnalyzer().characterBoundaries(in: Array(text.utf16)) == boundaries)
    }

    @Test func wordsComeWithoutSpacesAndPunctuation() throws {
        let units = Array("Wear it, can’t you?".utf16)
        let words = TextAnalyzer().words(in: units, language: try Language(tag: "en"))
        let texts = words.map { String(utf16Units: units[$0]) }
        #expect(texts == ["Wear", "it", "can’t", "you"])
    }

    @Test func unitsBecomeTextAndHalfPairsAReplacement() {
        for text in ["", "aé中💙", "\u{7FF}\u{800}\u{FFFF}\u{10000}"] {
            #expect(String(utf16Units: Array(text.utf16)[...]) == text)
        }
        let broken: [UInt16] = [0xD83D, 0x41, 0xDC99, 0xD83D]
        #expect(String(utf16Units: broken[...]) == "\u{FFFD}A\u{FFFD}\u{FFFD}")
    }
}

struct BidiTests {
    @Test(arguments: [
        (TextDirection.leftToRight, "abc", "000"), (.rightToLeft, "abc", "222"),
        (.rightToLeft, "אב 12", "11122"), (.leftToRight, "a אב b", "001100"),
        (.rightToLeft, "א (b)", "11121"), (.leftToRight, "\u{2067}a!\u{2069}", "0210"),
        (.rightToLeft, "א\nb", "112"),
    ])
    func levelsFollowTheStandard(_ base: TextDirection, _ text: String, _ levels: String) {
        let found = TextAnalyzer().bidiLevels(in: Array(text.utf16), base: base)
        #expect(found.map(String.init).joined() == levels)
    }

    @Test func runsAreReversedByLevel() {
        #expect(TextAnalyzer.visualOrder(ofLevels: [0, 1, 0]) == [0, 1, 2])
        #expect(TextAnalyzer.visualOrder(ofLevels: [1, 2, 1]) == [2, 1, 0])
        #expect(TextAnalyzer.visualOrder(ofLevels: [0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4])
        #expect(TextAnalyzer.visualOrder(ofLevels: []) == [])
    }
}

struct ScriptRunTests {
    @Test(arguments: [
        ("Heart, 12", "Latn:9"), ("Сердце blue", "Cyrl:7 Latn:4"), ("12 !", "Zyyy:4"),
        ("(Сердце) x", "Cyrl:9 Latn:1"), ("e\u{301}", "Latn:2"), ("我たち", "Hani:1 Hira:2"),
        ("قلب ١٢ blue", "Arab:7 Latn:4"), ("a (ב) c", "Latn:3 Hebr:1 Latn:3"), ("", ""),
    ])
    func charactersWithoutAScriptGoWithTheirNeighbours(_ text: String, _ runs: String) {
        let found = TextAnalyzer().scriptRuns(in: Array(text.utf16))
        #expect(found.map { "\($0.script):\($0.range.count)" }.joined(separator: " ") == runs)
    }

    @Test func runsCoverTheTextWithoutGaps() {
        let units = Array("Blue قلب 蓝 “心” Сердце 💙 क".utf16)
        var end = 0
        for run in TextAnalyzer().scriptRuns(in: units) {
            #expect(run.range.lowerBound == end)
            end = run.range.upperBound
        }
        #expect(end == units.count)
    }
}
