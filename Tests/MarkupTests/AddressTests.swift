import Testing

@testable import BlueHeartMarkup

@Suite struct AddressTests {
    @Test func pathsKeepTheirSlashesAndPartsDoNot() {
        #expect(Address.path("a b/é#1?.png") == "a%20b/%C3%A9%231%3F.png")
        #expect(Address.part("a/b") == "a%2Fb")
    }

    /// Source: RFC 3986, section 2.3.
    @Test func unreservedCharactersStay() {
        let unreserved = "ABCXYZabcxyz0189-._~"
        #expect(Address.part(unreserved) == unreserved)
        #expect(
            Address.part("!*'();:@&=+$,[]%") == "%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%5B%5D%25")
    }

    @Test func aQueryHoldsWhatWouldEndIt() {
        let query = Address.query([("name", "A & B=C+D"), ("lang", "sk")])
        #expect(query == "name=A%20%26%20B%3DC%2BD&lang=sk")
        #expect(Address.query([]) == "")
    }
}
