import Testing

@testable import BlueHeartDrops

@Suite struct NameTests {
    @Test(arguments: [
        ("Amina K.", "Amina K"), ("a/b\\c:d", "a-b-c-d"), ("..", "_"), ("", "_"), (".git", "_git"),
        ("-rf", "_rf"), ("con", "con_"), ("Nul.txt", "Nul_.txt"), ("COM1", "COM1_"),
        ("lpt³", "lpt³_"), ("console", "console"), ("a\u{0}b\u{1B}", "a_b_"),
        ("a\u{202E}b", "a_b"), (" x . ", "x"), ("e\u{301}", "\u{E9}"), ("سارة", "سارة"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("\"q\"?*|<>", "_q------"),
    ])
    func textBecomesASafeName(text: String, name: String) {
        #expect(Array(SafeName.made(from: text).utf8) == Array(name.utf8))
    }

    /// Source: Microsoft, "Naming Files, Paths, and Namespaces".
    @Test(arguments: [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM9", "COM²", "LPT1", "LPT9",
        "LPT¹",
    ])
    func namesOfDevicesAreNoFiles(name: String) {
        #expect(SafeName.made(from: name) == name + "_")
        #expect(SafeName.made(from: name.lowercased() + ".png") == name.lowercased() + "_.png")
        #expect(SafeName.made(from: name + "1") == name + "1")
    }

    @Test func aNameHas120Bytes() {
        let longest = String(repeating: "a", count: 120)
        #expect(SafeName.made(from: longest) == longest)
        #expect(SafeName.made(from: longest + "a").utf8.count == 120)
        // The longest ending of a sidecar and the mark of a pending file fit beside it.
        #expect(SafeName.byteLimit + ".caption.telegram-channel.txt".utf8.count < 255)
    }

    @Test func longNamesAreCutBetweenCharactersAndStayApart() {
        let family = "👨‍👩‍👧‍👦"
        let one = SafeName.made(from: String(repeating: family, count: 30) + "1")
        let two = SafeName.made(from: String(repeating: family, count: 30) + "2")
        #expect(one != two)
        #expect(one.utf8.count <= SafeName.byteLimit)
        #expect(one.dropLast(9).allSatisfy { String($0) == family })
    }

    @Test func patternsFillNamesAndMakeFoldersOnlyOfTheirOwnSlashes() throws {
        let pattern = try NamePattern("{language}/{name}-{row}")
        let values = ["language": "ar", "name": "../../etc/x", "row": "00001"]
        #expect(pattern.path { values[$0] } == "ar/_.-..-etc-x-00001")
        #expect(try NamePattern("/a//../b/").path { _ in nil } == "a/_/b")
        #expect(try NamePattern("{x}").path { _ in nil } == "_")
    }

    @Test(arguments: ["", "{", "}", "{}", "{a", "a}", "{a{b}}"])
    func bracesWithoutAPartnerAreFaults(text: String) {
        #expect(throws: (any Error).self) { try NamePattern(text) }
    }

    @Test func namesThatDifferInCaseOnlyAreKeptApart() {
        var register = NameRegister()
        #expect(register.claim("en/Anna") == "en/Anna")
        #expect(register.claim("en/ANNA") == "en/ANNA-2")
        #expect(register.claim("en/anna-2") == "en/anna-2-2")
        #expect(register.claim("en/anna") == "en/anna-3")
        #expect(register.claim("É") == "É")
        #expect(register.claim("e\u{301}") == "e\u{301}-2")
        #expect(register.claim("Manifest") == "Manifest-2")
        #expect(register.claim("Straße") == "Straße")
        #expect(register.claim("STRASSE") == "STRASSE-2")
        #expect(register.claim("STRAẞE") == "STRAẞE-3")
        #expect(register.claim("ΟΔΟΣ") == "ΟΔΟΣ")
        #expect(register.claim("οδος") == "οδος-2")
    }

    @Test func aCardThatIsAskedForTwiceGetsANumber() {
        var names = CardNames()
        let stems = ["square", "story", "square"].map {
            names.claim(template: "fact", language: "en", placement: $0)
        }
        #expect(stems == ["fact-en-square", "fact-en-story", "fact-en-square-2"])
    }
}
