import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartWords
import Testing

@Suite struct AltSenseTests {
    @Test(arguments: ["image", "Alt text.", "[TODO]", "TODO: write", "Lorem ipsum dolor"])
    func aStandInIsNoAltText(alt: String) {
        let faults = checkWords(subject(alt: alt))
        #expect(faults.first?.code == "alt-placeholder")
        #expect(faults.first?.severity == .error)
    }

    @Test func aSentenceThatHoldsSuchAWordIsFine() {
        #expect(codes(subject(alt: "The logo of a school, and a test.")) == [])
    }

    @Test(arguments: [
        ("fr", "Image d’un cœur bleu."), ("es", "Imagen de un corazón azul."),
        ("pt", "Imagem de um coração azul."), ("de", "Bild von einem blauen Herzen."),
        ("sk", "Obrázok modrého srdca."), ("pl", "Zdjęcie niebieskiego serca."),
        ("ru", "Изображение синего сердца."), ("ar", "صورة قلب أزرق."),
        ("zh-Hans", "图片：一颗蓝色的心。"), ("ja", "画像：青い心。"), ("sk", "Image of a blue heart."),
    ])
    func picturesAreAnnouncedInNoLanguage(tag: String, alt: String) throws {
        let language = try Language(tag: tag)
        #expect(codes(subject(alt: alt, language: language)).contains("alt-says-picture"))
    }

    @Test func anAltTextIsNotTheCaptionAgain() {
        let caption = CaptionSource(text: "A blue heart – beside words")
        #expect(
            codes(subject(alt: "A blue heart beside WORDS.", caption: caption)) == ["alt-repeats"])
        #expect(codes(subject(alt: "A blue heart.", caption: caption)) == [])
        #expect(codes(subject(alt: "Blue heart.")) == ["alt-repeats"], "the title")
    }

    @Test func threeLoudWordsInARowAreAShout() {
        #expect(codes(subject(alt: "A heart: NOBODY IS FOR SALE.")) == ["alt-shouts"])
        #expect(altCodes(subject(alt: "НИКТО НЕ ТОВАР.", language: russian)) == ["alt-shouts"])
        #expect(codes(subject(alt: "The UN and the EU call 112.")) == [])
        #expect(codes(subject(alt: "Call UNODC ILO.")) == [])
    }

    @Test(arguments: ["A heart", "A heart (blue)", "A “heart”"])
    func anAltTextWithoutAnEndIsNoted(alt: String) {
        let faults = checkWords(subject(alt: alt))
        #expect(faults.map(\.code) == ["alt-unfinished"])
        #expect(faults.first?.severity == .note)
    }

    @Test(arguments: [
        ("en", "A heart."), ("en", "A heart!"), ("en", "A “heart.”"), ("zh-Hans", "一颗心。"),
        ("ar", "ما هذا؟"), ("hi", "एक दिल।"), ("hy", "Սիրտ։"),
    ])
    func everyLanguageHasItsOwnEnd(tag: String, alt: String) throws {
        let faults = checkWords(subject(alt: alt, language: try Language(tag: tag)))
        #expect(!faults.map(\.code).contains("alt-unfinished"))
    }

    @Test func aCreditIsForTheMetadata() {
        let alt = "A heart. Photo by Zoë Novák."
        #expect(codes(subject(alt: alt, credit: "Zoë Novák")) == ["alt-credit"])
        #expect(codes(subject(alt: alt, credit: "Zoë Novák", drawn: ["Zoë Novák"])) == [])
        #expect(codes(subject(alt: alt, credit: " ")) == [])
        #expect(codes(subject(alt: "A heart, © Zoë Novák.", credit: "Zoë Novák")) == ["alt-credit"])
        #expect(codes(subject(alt: "A heart. Zoë Novák.", credit: "Zoë Novák")) == [], "a name")
        let sentence = "People with lanterns follow Zoë Novák over a bridge."
        #expect(codes(subject(alt: sentence, credit: "Zoë Novák")) == [], "part of what is seen")
    }

    @Test func aHashtagThatThePictureShowsIsNoNoise() {
        #expect(codes(subject(alt: "A heart, #BlueHeart.", drawn: ["#BlueHeart"])) == [])
    }
}

@Suite struct WordsLanguageTests {
    @Test func wordsInAnotherScriptAreAnErrorEachAtItsPlace() {
        let faults = checkWords(subject(language: arabic))
        #expect(faults.map(\.code).allSatisfy { $0 == "words-other-script" })
        #expect(faults.map(\.path.description) == ["title", "alt", "caption"])
        #expect(faults.first?.severity == .error)
    }

    @Test func aNameInAnotherScriptIsNoFault() {
        let alt = "قلب أزرق فوق الكلمات: ليس الإنسان للبيع، مع اسم Amina."
        let faults = checkWords(subject(alt: alt, language: arabic))
        #expect(!faults.map(\.path.description).contains("alt"))
    }

    @Test func whatPeopleFilledInMayBeInAnyLanguage() {
        let quote = "Nobody is for sale, and the heart is with you."
        var filled = subject(
            alt: "قلب أزرق، والكلمات: \(quote).", caption: CaptionSource(text: "اقتباس: \(quote)"),
            language: arabic)
        filled.words.title = quote
        #expect(codes(filled) == Array(repeating: "words-other-script", count: 3))
        filled.words.written.title = " "
        filled.words.written.alt = "قلب أزرق، والكلمات:  ."
        filled.words.written.caption = "اقتباس:  "
        #expect(codes(filled) == [])
    }

    @Test func aTextOfTheTemplateIsTheSameInAllLanguages() {
        var fixed = subject(language: arabic)
        let origin = { (file: String) in
            Origin(location: SourceLocation(file: file, line: 1, column: 1), path: JSONPath())
        }
        fixed.words.origins.title = origin("kit/card.json")
        fixed.words.origins.alt = origin("kit/words/ar.json")
        fixed.words.origins.caption = origin("kit/card.json")
        let faults = checkWords(fixed)
        #expect(faults.map(\.code) == ["words-other-script"])
        #expect(faults.first?.location?.file == "kit/words/ar.json")
    }

    @Test func neighbouringLanguagesAreToldApart() throws {
        let alt =
            "El corazón azul de la campaña en un mundo de tristeza y frialdad de quienes callan."
        #expect(codes(subject(alt: alt, language: try Language(tag: "es"))) == [])
    }

    @Test(arguments: [
        ("zh-Hans", "一颗蓝色的心。"), ("ja", "青い心のカード。"), ("ko", "파란 심장."), ("sr", "Плаво срце."),
        ("el", "Μια μπλε καρδιά."), ("hi", "एक नीला दिल।"), ("th", "หัวใจสีน้ำเงิน."),
    ])
    func eachLanguageHasItsScripts(tag: String, alt: String) throws {
        let faults = checkWords(subject(alt: alt, language: try Language(tag: tag)))
        #expect(!faults.map(\.path.description).contains("alt"), "\(faults)")
    }

    @Test func wordsOfAnotherLanguageAreWarnedOf() throws {
        let slovak = try Language(tag: "sk")
        let alt = "The blue heart of the campaign is shown with the words of a person."
        let faults = checkWords(subject(alt: alt, language: slovak))
        #expect(faults.map(\.code) == ["words-other-language"])
        #expect(faults.first?.message.hasSuffix("reads like \"en\"") == true)
    }

    @Test func shortOrMixedWordsAreNotGuessedAt() throws {
        let slovak = try Language(tag: "sk")
        #expect(codes(subject(alt: "Blue Heart of the day.", language: slovak)) == [])
        let mixed = "Modré srdce a slová: The heart of the world is with you."
        #expect(codes(subject(alt: mixed, language: slovak)) == [])
    }
}

let russian = Language(tag: "ru", direction: .leftToRight)
