import BlueHeartLanguages
import Testing

struct LanguageTests {
    @Test(arguments: [
        ("en", TextDirection.leftToRight), ("sk", .leftToRight), ("zh-Hans", .leftToRight),
        ("ar", .rightToLeft), ("he", .rightToLeft), ("ur", .rightToLeft), ("fa", .rightToLeft),
        ("az-Arab", .rightToLeft), ("pa", .leftToRight), ("pa-Arab", .rightToLeft),
    ])
    func aLanguageRunsTheWayOfItsLikelyScript(_ tag: String, _ direction: TextDirection) throws {
        #expect(try Language(tag: tag).direction == direction)
    }

    @Test(arguments: ["", "e", "en_US", "english language", "en-", "e\u{301}n", "a\0b"])
    func aMalformedTagIsRefused(_ tag: String) {
        #expect(throws: LanguageFault(tag: tag, reason: .malformed)) { try Language(tag: tag) }
    }

    @Test(arguments: [("zh-hans", "zh-Hans"), ("EN", "en"), ("pt-br", "pt-BR"), ("iw", "he")])
    func aTagInAnotherFormIsToldItsCanonicalOne(_ tag: String, _ canonical: String) {
        #expect(throws: LanguageFault(tag: tag, reason: .notCanonical(canonical: canonical))) {
            try Language(tag: tag)
        }
    }

    @Test(arguments: ["qq", "xqz", "zz-Latn"])
    func anUnregisteredLanguageIsRefused(tag: String) {
        #expect(throws: LanguageFault(tag: tag, reason: .unknown)) { try Language(tag: tag) }
    }

    /// Saraiki, Makhuwa, Montenegrin, Tetun Dili, Q’eqchi’ and others without data in CLDR.
    @Test(arguments: ["skr", "vmw", "cnr", "tdt", "kek", "mam", "quy", "lua", "skr-Arab"])
    func everyRegisteredLanguageIsTaken(tag: String) throws {
        let language = try Language(tag: tag)
        #expect(language.tag == tag && !language.name(in: language).isEmpty)
    }

    @Test(arguments: [("zh", "Hans"), ("zh-TW", "Hant"), ("sr", "Cyrl"), ("am", "Ethi")])
    func theLikelyScriptIsKnown(_ tag: String, _ script: String) throws {
        #expect(try Language(tag: tag).likelyScript == script)
    }

    @Test func languagesNameThemselvesAndCountries() throws {
        let slovak = try Language(tag: "sk")
        #expect(slovak.nativeName == "slovenčina")
        #expect(slovak.countryName("SK") == "Slovensko")
        #expect(try Language(tag: "ar").countryName("SK") == "سلوفاكيا")
        #expect(slovak.name(in: try Language(tag: "en")) == "Slovak")
    }

    @Test(arguments: ["XX", "sk", "SVK", "", "S", "ŠK"])
    func whatIsNoCountryHasNoName(_ code: String) throws {
        #expect(try Language(tag: "en").countryName(code) == nil)
    }

    @Test func aLanguageWithoutDataTakesThoseOfNoLanguage() throws {
        let klingon = try Language(tag: "tlh")
        #expect(klingon.countryName("SK") == nil)
        #expect(LanguageFormats(klingon).string(from: 1234.5) == "1,234.5")
    }
}
