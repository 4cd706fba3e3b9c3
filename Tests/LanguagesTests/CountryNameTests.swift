import BlueHeartLanguages
import Testing

/// Every country of ISO 3166-1 in every language the kit is to speak, from CLDR.
struct CountryNameTests {
    static let tags = [
        "ar", "zh-Hans", "en", "fr", "ru", "es", "sk", "cs", "de", "pl", "pt", "it", "nl", "ro",
        "bg", "uk", "el", "hu", "tr", "hy", "ka", "hi", "th", "am",
    ]

    @Test(arguments: tags)
    func everyCountryHasAName(_ tag: String) throws {
        let language = try Language(tag: tag)
        let codes = countryCodes().filter { $0.utf8.count == 2 }
        #expect(codes.count >= 249)
        for code in codes {
            let name = language.countryName(code)
            #expect(name?.isEmpty == false && name != code, "\(code)")
        }
    }

    /// A name in the language's own letters is not English.
    @Test(arguments: tags)
    func everyNameIsWrittenInTheScriptOfItsLanguage(_ tag: String) throws {
        let language = try Language(tag: tag)
        let scripts: Set<String> =
            language.likelyScript == "Hans" ? ["Hani"] : [language.likelyScript]
        for code in countryCodes() where code.utf8.count == 2 {
            let name = try #require(language.countryName(code))
            let found = Set(name.unicodeScalars.map { Script(of: $0.value).name })
            #expect(found.subtracting(["Zyyy", "Zinh"]) == scripts, "\(code): \(name)")
        }
    }

    /// Latin languages share many names with English, as Gabon or Nepal, but never most.
    @Test(arguments: tags.filter { $0 != "en" })
    func mostNamesDifferFromEnglish(_ tag: String) throws {
        let (language, english) = (try Language(tag: tag), try Language(tag: "en"))
        let codes = countryCodes().filter { $0.utf8.count == 2 }
        let same = codes.filter { language.countryName($0) == english.countryName($0) }
        #expect(same.count < codes.count / 2, "\(same)")
    }

    @Test(arguments: [
        ("en", "TR", "Türkiye"), ("fr", "TR", "Türkiye"), ("es", "TR", "Türkiye"),
        ("tr", "TR", "Türkiye"), ("de", "TR", "Türkei"), ("en", "CV", "Cabo Verde"),
    ])
    func namesAreThoseOfTheUnitedNations(tag: String, code: String, expected: String) throws {
        let language = try Language(tag: tag)
        #expect(language.countryName(code) == expected)
        #expect(language.countries().contains { $0.code == code && $0.name == expected })
    }

    @Test(arguments: [
        ("ar", "KH", "كمبوديا"), ("zh-Hans", "DE", "德国"), ("fr", "DE", "Allemagne"),
        ("ru", "DE", "Германия"), ("es", "DE", "Alemania"), ("sk", "DE", "Nemecko"),
        ("cs", "DE", "Německo"), ("pl", "DE", "Niemcy"), ("pt", "DE", "Alemanha"),
        ("it", "DE", "Germania"), ("nl", "DE", "Duitsland"), ("ro", "DE", "Germania"),
        ("bg", "DE", "Германия"), ("uk", "DE", "Німеччина"), ("el", "DE", "Γερμανία"),
        ("hu", "DE", "Németország"), ("tr", "DE", "Almanya"), ("hy", "DE", "Գերմանիա"),
        ("ka", "DE", "გერმანია"), ("hi", "DE", "जर्मनी"), ("th", "DE", "เยอรมนี"),
        ("am", "DE", "ጀርመን"), ("de", "AT", "Österreich"), ("en", "CI", "Côte d’Ivoire"),
    ])
    func someNamesAreKnownByHeart(_ tag: String, _ code: String, _ name: String) throws {
        #expect(try Language(tag: tag).countryName(code) == name)
    }
}
