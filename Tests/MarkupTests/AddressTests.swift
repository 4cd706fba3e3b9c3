import Testing

@testable import Markup

@Suite struct AddressTests {
    @Test func pathsKeepTheirSlashesAndPartsDoNot() {
        #expect(Address.path("a b/é#1?.png") == "a%20b/%C3%A9%231%3F.png")
        #expect(Address.part("a/b") == "a%2Fb")
    }

    @Test func aQueryHoldsWhatWouldEndIt() {
        let query = Address.query([("name", "A & B=C+D"), ("lang", "sk")])
        #expect(query == "name=A%20%26%20B%3DC%2BD&lang=sk")
        #expect(Address.query([]) == "")
    }
}
