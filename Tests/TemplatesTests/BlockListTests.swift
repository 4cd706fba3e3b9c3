import BlueHeartDiagnostics
import BlueHeartLanguages
import Testing

@testable import BlueHeartTemplates

@Suite struct BlockListTests {
    private static let english = Language(tag: "en", direction: .leftToRight)
    private static let german = Language(tag: "de", direction: .leftToRight)

    private func index(_ json: String) throws -> BlockIndex {
        let file = "blocked/en.json"
        return BlockIndex([
            try BlockList.read(Array(json.utf8), file: file, language: Self.english)
        ])
    }

    private func holds(
        _ json: String, _ text: String, on language: Language = english
    ) throws -> Bool {
        try index(json).finding(in: FoldedText(text), on: language) != nil
    }

    @Test(arguments: [
        "darn", "DARN", "dárn", "d4rn", "d.a.r.n", "D A R N", "darrrrn", "ｄａｒｎ", "da\u{AD}rn",
        "oh, darn!", "d\u{200B}arn",
    ])
    func dressDoesNotHideAWord(text: String) throws {
        let json = "{\"anywhere\": [\"darn\"]}"
        #expect(try holds(json, text, on: Self.english))
    }

    @Test(arguments: ["Darnell", "a darning needle", "barn", "d a y", "", "4 1 2"])
    func wordsThatOnlyBeginAlikeAreFree(text: String) throws {
        let json = "{\"anywhere\": [\"darn\"]}"
        #expect(try !holds(json, text, on: Self.english))
    }

    @Test func aStarStandsForAnyLetters() throws {
        let json = "{\"anywhere\": [\"darn*\", \"*heck\", \"*坏*\"]}"
        for text in ["darning", "whatheck", "很坏人"] {
            #expect(try holds(json, text, on: Self.german), "\(text)")
        }
        #expect(try !holds(json, "heckle", on: Self.german))
    }

    @Test func aWordMayBeBadInOneLanguageOnly() throws {
        let json = "{\"here\": [\"darn\"]}"
        #expect(try holds(json, "darn", on: Self.english))
        #expect(try !holds(json, "darn", on: Self.german))
    }

    @Test(arguments: ["\"\"", "\"*\"", "\"a \"", "\"a*b\"", "1"])
    func whatIsNoWordIsAFault(word: String) {
        #expect(throws: CardError.self) { try index("{\"anywhere\": [\(word)]}") }
    }
}
