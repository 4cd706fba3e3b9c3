import Testing

@testable import BlueHeartHTTPSyntax

@Suite struct EntityTagConditionTests {
    @Test(arguments: ["\"a\"", "W/\"a\"", " \"b\" ,\tW/\"a\" ", "\"b\",\"a\""])
    func aTagIsFoundInAList(header: String) {
        #expect(EntityTagCondition([header]).contains("a"))
    }

    @Test(arguments: ["", "a", "\"aa\"", "w/\"a\"", "W/W/\"a\"", "\"A\"", "*"])
    func otherTagsAreNot(header: String) {
        #expect(!EntityTagCondition([header]).contains("a"))
    }

    @Test func severalHeadersAreOneList() {
        #expect(EntityTagCondition(["\"b\"", "\"a\""]).contains("a"))
    }

    @Test func onlyAStarMatchesAny() {
        #expect(EntityTagCondition([" * "]).matchesAny)
        #expect(!EntityTagCondition(["\"*\""]).matchesAny && !EntityTagCondition([]).matchesAny)
    }
}
