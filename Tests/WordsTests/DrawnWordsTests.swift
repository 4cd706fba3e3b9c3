import Diagnostics
import Testing
import Words

@Suite struct DrawnWordsTests {
    @Test func wordsAreFoundWhateverTheirCaseAndMarks() {
        let drawn = ["NOT FOR SALE!", "Straße", "don’t"]
        #expect(codes(subject(alt: "Not for sale. STRASSE, don't", drawn: drawn)) == [])
    }

    @Test func eachMissingWordIsNamedOnce() {
        let faults = checkWords(subject(drawn: ["Not for profit", "profit, Amina"]))
        #expect(faults.map(\.code) == ["alt-lacks-words"])
        #expect(faults.first?.severity == .warning)
        #expect(faults.first?.message.hasSuffix("\"profit\", \"amina\"") == true)
    }

    @Test func aLongListOfMissingWordsIsCutAfterTwelve() {
        let drawn = (1...15).map { "word\($0)" }.joined(separator: " ")
        let message = checkWords(subject(drawn: [drawn])).first?.message
        #expect(message?.hasSuffix("\"word12\" and 3 more") == true)
    }

    @Test func theLongAltCountsToo() {
        #expect(codes(subject(longAlt: "It says: call 112.", drawn: ["Call 112"])) == [])
    }

    @Test func arabicIsFoundWithoutItsVowelMarks() {
        #expect(codes(subject(alt: "القلب الأزرق", drawn: ["القَلْبُ الأزرق"])) == [])
    }

    @Test func chineseIsFoundInsideAClause() {
        #expect(codes(subject(alt: "一颗蓝色的心，人不是商品。", drawn: ["人不是商品"])) == [])
        #expect(codes(subject(alt: "一颗蓝色的心", drawn: ["人不是商品"])) == ["alt-lacks-words"])
    }
}
