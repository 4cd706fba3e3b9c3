import Testing

@testable import BlueHeartHTTPSyntax

@Suite struct AcceptListTests {
    private func choices(_ header: String) -> [String] {
        AcceptList(header).choices.map { "\($0.name) \($0.weight)" }
    }

    @Test func choicesHaveTheirWeights() {
        #expect(
            choices("sk-SK, en;q=0.5 ,*; Q=0.001\t,de;q=0")
                == ["sk-sk 1000", "en 500", "* 1", "de 0"])
    }

    @Test(arguments: ["", " ", ",,", ";q=1", " ; q=0.3"])
    func aPartWithoutANameIsSkipped(header: String) {
        #expect(choices(header).isEmpty)
    }

    @Test(arguments: ["q=2", "q=-1", "q=x", "q=", "v=1", "q=nan"])
    func aWeightOutsideItsRangeIsSkipped(parameter: String) {
        #expect(choices("en;\(parameter)") == ["en 1000"])
    }

    @Test func theFirstValidWeightCounts() {
        #expect(choices("text/html;level=1;q=0.4;q=0.6") == ["text/html 400"])
    }

    @Test func thirtyTwoChoicesAreRead() {
        let header = (1...40).map { "l\($0)" }.joined(separator: ",")
        #expect(AcceptList(header).choices.count == 32)
    }

    @Test func theMostSpecificRangeGivesTheWeight() {
        let list = AcceptList("*/*;q=0.1, image/*;q=0.5, image/png;q=0")
        #expect(list.weight(ofFirst: ["image/png", "image/*", "*/*"]) == 0)
        #expect(list.weight(ofFirst: ["image/webp", "image/*", "*/*"]) == 500)
        #expect(list.weight(ofFirst: ["text/html", "text/*", "*/*"]) == 100)
        #expect(AcceptList("text/html").weight(ofFirst: ["image/png"]) == 0)
    }
}
