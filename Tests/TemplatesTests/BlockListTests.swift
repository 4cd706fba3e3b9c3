import BlueHeartDiagnostics
import BlueHeartLanguages
import Testing

@testable import BlueHeartTemplates

@Suite struct BlockListTests {
    private static let english = Language(tag: "en", direction: .leftToRight)
    private static let german = Language(tag: "de", direction: .leftToRight)

    private func list(_ json: String) throws -> BlockList {
        try BlockList.read(Array(json.utf8), file: "blocked/en.json", language: Self.english)
    }

    @Test(arguments: [
        "darn", "DARN", "dárn", "d4rn", "d.a.r.n", "D A R N", "darrrrn", "ｄａｒｎ", "da\u{AD}rn",
        "oh, darn!", "d\u{200B}arn",
    ])
    func dressDoesNotHideAWord(text: String) throws {
        let list = try list("{\"anywhere\": [\"darn\"]}")
        #expect(list.holds(FoldedText(text), on: Self.english))
    }

    @Test(arguments: ["Darnell", "a darning needle", "barn", "d a y", "", "4 1 2"])
    func wordsThatOnlyBeginAlikeAreFree(text: String) throws {
        let list = try list("{\"anywhere\": [\"darn\"]}")
        #expect(!list.holds(FoldedText(text), on: Self.english))
    }

    @Test func aStarStandsForAnyLetters() throws {
        let list = try list("{\"anywhere\": [\"darn*\", \"*heck\", \"*坏*\"]}")
        for text in ["darning", "whatheck", "很坏人"] {
            #expect(list.holds(FoldedText(text), on: Self.german), "\(text)")
        }
        #expect(!list.holds(FoldedText("heckle"), on: Self.german))
    }

    @Test func aWordMayBeBadInOneLanguageOnly() throws {
        let list = try list("{\"here\": [\"darn\"]}")
        #expect(list.holds(FoldedText("darn"), on: Self.english))
        #expect(!list.holds(FoldedText("darn"), on: Self.german))
    }

    @Test(arguments: ["\"\"", "\"*\"", "\"a b\"", "\"a*b\"", "1"])
    func whatIsNoWordIsAFault(word: String) {
        #expect(throws: CardError.self) { try list("{\"anywhere\": [\(word)]}") }
    }
}
