import BlueHeartDiagnostics
import BlueHeartWords
import Testing

@Suite struct DrawnWordsTests {
    @Test func wordsAreFoundWhateverTheirCaseAndMarks() {
        let drawn = ["NOT FOR SALE!", "Straße", "don’t"]
        #expect(codes(subject(alt: "Not for sale. STRASSE, don't", drawn: drawn)) == [])
    }

    @Test func eachMissingWordIsNamedOnce() {
        let faults = checkWords(subject(drawn: ["Not for profit", "profit, Amina"]))
        #expect(faults.map(\.code) == ["alt-lacks-words"])
        #expect(faults.first?.severity == .error)
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
        #expect(
            altCodes(subject(alt: "القلب الأزرق", language: arabic, drawn: ["القَلْبُ الأزرق"])) == [])
    }

    @Test func chineseIsFoundInsideAClause() {
        #expect(altCodes(subject(alt: "一颗蓝色的心，人不是商品。", language: chinese, drawn: ["人不是商品"])) == [])
        #expect(
            altCodes(subject(alt: "一颗蓝色的心", language: chinese, drawn: ["人不是商品"]))
                .contains("alt-lacks-words"))
    }

    @Test(arguments: [
        ("1,000,000", "One: 1000000."), ("1 000", "1000."), ("1.000", "1 000."),
        ("٥٠", "50."), ("２５", "25."), ("24/7", "24, 7."), ("10 %", "10%."),
    ])
    func numbersAreTheSameHoweverTheyAreWritten(drawn: String, alt: String) {
        #expect(codes(subject(alt: alt, drawn: [drawn])) == [])
    }

    @Test(arguments: [("50", "5, 0."), ("1,00", "100."), ("112", "1120."), ("2024", "24.")])
    func anotherNumberIsAMissingWord(drawn: String, alt: String) {
        #expect(codes(subject(alt: alt, drawn: [drawn])) == ["alt-lacks-words"])
    }

    @Test(arguments: [
        "Freiheits-\nrechte", "Freiheits\u{2010}\nrechte", "Frei\u{AD}heits\u{AD}rechte",
    ])
    func aWordIsWholeAcrossTheEndOfItsLine(drawn: String) {
        #expect(codes(subject(alt: "Freiheitsrechte.", drawn: [drawn])) == [])
    }

    @Test func aHyphenAtALineEndMayBelongToTheWord() {
        #expect(codes(subject(alt: "Anti-slavery.", drawn: ["Anti-\nslavery"])) == [])
        #expect(codes(subject(alt: "Slavery.", drawn: ["Anti-\nslavery"])) == ["alt-lacks-words"])
    }

    @Test func aWordThatIsCutIsFoundByItsBeginning() {
        #expect(codes(subject(alt: "Nobody is for sale.", drawn: ["Nobody is for sa…"])) == [])
        #expect(codes(subject(alt: "Nobody is free.", drawn: ["Nobody is for sa…"])) != [])
    }

    @Test func aHashtagOnThePictureIsSpokenAsWords() {
        #expect(
            codes(subject(alt: "End human trafficking.", drawn: ["#EndHumanTrafficking"])) == [])
        #expect(codes(subject(alt: "End trafficking.", drawn: ["#EndHumanTrafficking"])) != [])
    }

    @Test(arguments: [
        ("e\u{301}tude", "\u{E9}tude."), ("ﬁnal", "Final."), ("İSTANBUL", "istanbul."),
        ("ΟΔΟΣ", "οδος."), ("\u{202E}Amina\u{202C}", "Amina."), ("A\u{200B}mina", "Amina."),
    ])
    func theSameWordInOtherScalarsIsTheSameWord(drawn: String, alt: String) {
        #expect(folding(alt, drawn) == [])
    }

    /// Greek and Cyrillic samples are no English; only the drawn words matter here.
    private func folding(_ alt: String, _ drawn: String) -> [String] {
        codes(subject(alt: alt, drawn: [drawn])).filter { $0 == "alt-lacks-words" }
    }

    @Test func aPartOfAWordIsNotTheWord() {
        #expect(codes(subject(alt: "Freedoms.", drawn: ["Freedom"])) == ["alt-lacks-words"])
    }

    @Test func howManyWordsAreMissingIsMeasured() {
        let fault = checkWords(subject(alt: "A heart.", drawn: ["Nobody is"])).first
        #expect(fault?.finding?.measured == Measure(2, .atMost(0), unit: "words"))
    }
}
