import BlueHeartDiagnostics
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartWords
import Testing

@Suite struct AltChecksTests {
    @Test func faultlessWordsHaveNoFault() {
        #expect(codes(subject(drawn: ["Not for sale"])) == [])
    }

    @Test(arguments: ["", "  \n", "\u{200B}\u{FEFF}"])
    func anAltTextThatSaysNothingIsMissing(alt: String) {
        #expect(codes(subject(alt: alt)) == ["alt-missing"])
        #expect(checkWords(subject(alt: alt)).first?.severity == .error)
    }

    @Test func anAltTextMayHave250CharactersAndNot251() {
        let longest = String(repeating: "é", count: 250)
        #expect(codes(subject(alt: longest)) == ["alt-long"])
        #expect(checkWords(subject(alt: longest)).first?.severity == .note)
        let tooLong = checkWords(subject(alt: longest + "."))
        #expect(tooLong.map(\.code) == ["alt-too-long"])
        #expect(tooLong.first?.severity == .error)
        #expect(tooLong.first?.message.contains("251") == true)
    }

    @Test func charactersAreCountedAsPeopleSeeThem() {
        let families = String(repeating: "👩‍👩‍👧‍👦", count: 125)
        #expect(codes(subject(alt: families)) == ["alt-noise"])
    }

    @Test func aLongAltMayHave1000CharactersAndNot1001() {
        let longest = String(repeating: "a", count: 1_000)
        #expect(codes(subject(longAlt: longest)) == [])
        #expect(codes(subject(longAlt: longest + "a")) == ["long-alt-too-long"])
    }

    @Test(arguments: ["Image of a heart", "“A picture of a heart”", "PHOTO: a heart"])
    func anOpeningThatSaysPictureIsWarnedOf(alt: String) {
        #expect(codes(subject(alt: alt)) == ["alt-says-picture"])
    }

    @Test func theWordImageInsideASentenceIsFine() {
        #expect(codes(subject(alt: "A heart, the image of hope")) == [])
    }

    @Test(arguments: ["IMG_2034.JPG", "heart final.png ", "logo.SVG"])
    func aFileNameIsNoAltText(alt: String) {
        #expect(codes(subject(alt: alt)) == ["alt-file-name"])
    }

    @Test func aSentenceThatEndsInAFormatIsFine() {
        #expect(codes(subject(alt: "How to save a png")) == [])
    }

    @Test(arguments: ["A heart #BlueHeart", "See https://example.org", "www.example.org"])
    func hashtagsAndLinksAreNoise(alt: String) {
        #expect(codes(subject(alt: alt)) == ["alt-noise"])
    }

    @Test(arguments: ["A heart, 𝐛𝐥𝐮𝐞", "ⓑⓛⓤⓔ heart", "ｂｌｕｅ heart", "A heart 💙💙💙", "💙👩‍👩‍👧💙 here"])
    func ornamentsAreNoiseUnlessThePictureHasThem(alt: String) {
        #expect(codes(subject(alt: alt)) == ["alt-noise"])
        #expect(codes(subject(alt: alt, drawn: [alt])) == [])
    }

    @Test(arguments: ["A blue heart 💙💙", "👩‍👩‍👧‍👦🇸🇰 here", "एक नीला दिल", "CO₂ and ½ of ℕ", "Ⅻ hearts"])
    func plainLettersAndAFewEmojiAreNot(alt: String) {
        #expect(!codes(subject(alt: alt)).contains("alt-noise"))
    }

    @Test func aNumberSignBeforeADigitIsNoHashtag() {
        #expect(codes(subject(alt: "We are #1 of 10")) == [])
    }

    @Test(arguments: ["{name}", "Hello {kit.title}!", "{{name}}"])
    func aPlaceholderThatIsLeftIsAnError(text: String) {
        let faults = checkWords(
            subject(alt: text + ".", caption: CaptionSource(text: "Say \(text)")))
        #expect(faults.map(\.code) == ["placeholder-left", "placeholder-left"])
        #expect(faults.map(\.path.description) == ["alt", "caption"])
    }

    @Test func aPlaceholderThatAPersonTypedIsToldOfTheParameter() {
        let row = SourceLocation(file: "rows.csv", line: 7, column: 1)
        var filled = subject(alt: "A heart, and {{first_name}}.")
        filled.words.written.alt = "A heart, and  ."
        filled.values = ParameterValues([
            .init("role", "a { b }"), .init("name", "{{first_name}}", source: .row(row)),
        ])
        let faults = checkWords(filled)
        #expect(faults.map(\.code) == ["placeholder-filled-in"])
        #expect(faults.first?.severity == .warning)
        #expect(faults.first?.location == row && faults.first?.path.description == "name")
    }

    @Test(arguments: ["{", "{}", "a { b }", "{not closed"])
    func bracesThatHoldNoNameAreFine(text: String) {
        #expect(codes(subject(alt: "Braces: " + text)) == [])
    }

    @Test func aBlankCaptionIsMissing() {
        #expect(codes(subject(caption: CaptionSource(text: " "))) == ["caption-missing"])
    }
}
