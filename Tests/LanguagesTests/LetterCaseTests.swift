import BlueHeartLanguages
import Testing

struct LetterCaseTests {
    @Test(arguments: [
        ("tr", "istanbul ılık", "İSTANBUL ILIK"), ("en", "istanbul", "ISTANBUL"),
        ("el", "Άνθρωπος ρολόι", "ΑΝΘΡΩΠΟΣ ΡΟΛΟΪ"), ("de", "straße", "STRASSE"),
        ("sk", "ľudský čas", "ĽUDSKÝ ČAS"), ("en", "", ""),
    ])
    func capitalsFollowTheLanguage(_ tag: String, _ text: String, _ upper: String) throws {
        #expect(try Language(tag: tag).changingCase(of: text, to: .upper) == upper)
    }

    @Test func smallLettersFollowTheLanguage() throws {
        #expect(try Language(tag: "tr").changingCase(of: "IĞDIR", to: .lower) == "ığdır")
        #expect(try Language(tag: "el").changingCase(of: "ΣΟΦΟΣ", to: .lower) == "σοφος")
    }

    @Test func titlesFollowTheLanguage() throws {
        #expect(try Language(tag: "en").changingCase(of: "blue HEART", to: .title) == "Blue Heart")
        #expect(try Language(tag: "nl").changingCase(of: "ijsland", to: .title) == "IJsland")
    }

    @Test func aTextLongerThanAnyBufferComesBackWhole() throws {
        let long = String(repeating: "ß", count: 4_000)
        let upper = try Language(tag: "de").changingCase(of: long, to: .upper)
        #expect(upper == String(repeating: "SS", count: 4_000))
    }

    @Test func normalFormsJoinAndPartLettersAndMarks() {
        #expect(normalized(Array("e\u{301}".utf16), to: .composed) == [0xE9])
        #expect(normalized([0xE9], to: .decomposed) == [0x65, 0x301])
    }
}
