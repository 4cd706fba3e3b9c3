import Testing

@testable import BlueHeartAddresses

@Suite struct QueryTests {
    @Test func namesAndValuesAreDecoded() throws {
        let query = try Query(reading: "name=Am%C3%ADna+K.&theme=deep&download")
        #expect(
            query.pairs == [
                .init("name", "Amína K."), .init("theme", "deep"), .init("download", ""),
            ])
    }

    @Test(arguments: ["name=%", "name=%2", "name=%GG", "name=%FF", "%C3=x"])
    func codingThatIsNoneIsRefused(text: String) {
        #expect(throws: QueryFault.badCoding(text)) { try Query(reading: text) }
    }

    @Test func aNameThatComesTwiceIsRefused() {
        #expect(throws: QueryFault.doubled(name: "name")) {
            try Query(reading: "name=a&n%61me=b")
        }
    }

    @Test func aQueryHas64Names() throws {
        let names = (0..<64).map { "n\($0)=1" }
        #expect(try Query(reading: names.joined(separator: "&")).pairs.count == 64)
        #expect(throws: QueryFault.tooMany(limit: 64)) {
            try Query(reading: (names + ["n64=1"]).joined(separator: "&"))
        }
    }

    @Test func thereIsOneFormOfAllThatMeanTheSame() throws {
        let one = try Query(reading: "theme=deep&name=A+K%2e")
        let other = try Query(reading: "name=A%20K.&theme=%64eep")
        #expect(one.canonical == other.canonical)
        #expect(one.canonical == "name=A%20K.&theme=deep")
    }
}
