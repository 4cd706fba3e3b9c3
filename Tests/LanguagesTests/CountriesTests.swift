import Testing

@testable import BlueHeartLanguages

@Suite struct CountriesTests {
    @Test func everyCountryIsThereOnce() throws {
        let countries = try Language(tag: "sk").countries()
        #expect(Set(countries.map(\.code)).count == countries.count && countries.count > 240)
    }

    @Test func namesStandInTheOrderOfTheLanguage() throws {
        let slovak = try Language(tag: "sk").countries().map(\.name)
        let (czech, china) = (slovak.firstIndex(of: "Česko"), slovak.firstIndex(of: "Cyprus"))
        let chad = slovak.firstIndex(of: "Čad")
        // Slovak puts č after all of c; by code points it would come after z.
        #expect(try #require(china) < #require(chad) && #require(chad) < #require(czech))
        #expect(try #require(czech) < #require(slovak.firstIndex(of: "Zambia")))
    }
}
