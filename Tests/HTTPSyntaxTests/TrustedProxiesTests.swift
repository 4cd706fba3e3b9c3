import Testing

@testable import BlueHeartHTTPSyntax

@Suite struct TrustedProxiesTests {
    private func client(
        _ connection: String, _ forwarded: String..., trusting ranges: String...
    ) throws -> HostAddress {
        let proxies = TrustedProxies(try ranges.map { try #require(AddressRange($0)) })
        return proxies.client(
            connection: try #require(HostAddress(connection)), forwarded: forwarded)
    }

    private func address(_ text: String) throws -> HostAddress { try #require(HostAddress(text)) }

    @Test func theHeaderOfAnUntrustedConnectionIsIgnored() throws {
        let found = try client("192.0.2.1", "198.51.100.7", trusting: "10.0.0.0/8")
        #expect(found == (try address("192.0.2.1")))
    }

    @Test func theLastUntrustedAddressIsTheClient() throws {
        let found = try client(
            "10.0.0.1", "6.6.6.6, 198.51.100.7 ,\t10.0.0.2", trusting: "10.0.0.0/8")
        #expect(found == (try address("198.51.100.7")))
    }

    @Test func severalHeadersAreOneList() throws {
        let found = try client("10.0.0.1", "6.6.6.6", "198.51.100.7", trusting: "10.0.0.1")
        #expect(found == (try address("198.51.100.7")))
    }

    @Test(arguments: ["", "unknown", "_hidden, 10.0.0.9", "1.2.3.4.5,10.0.0.9", "[::1]:80"])
    func anUnreadableEntryEndsTheList(header: String) throws {
        let found = try client("10.0.0.1", header, trusting: "10.0.0.0/8")
        let isProxy = try #require(AddressRange("10.0.0.0/8")).contains(found)
        #expect(isProxy, "\(header) makes \(found)")
    }

    @Test func thirtyTwoEntriesAreRead() throws {
        let header = "198.51.100.7" + String(repeating: ",10.0.0.2", count: 32)
        #expect(try client("10.0.0.1", header, trusting: "10.0.0.0/8") == (try address("10.0.0.2")))
    }

    @Test func aMappedAddressIsThePlainOne() throws {
        #expect(try address("::ffff:192.0.2.1") == (try address("192.0.2.1")))
    }

    @Test(arguments: [
        "", "1.2.3", "::g", "1.2.3.4 ", "1.2.3.4\0", String(repeating: "1", count: 46),
    ])
    func otherTextIsNoAddress(text: String) {
        #expect(HostAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("192.0.2.8/29", "192.0.2.15", true), ("192.0.2.8/29", "192.0.2.16", false),
        ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false),
        ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.0", false),
    ])
    func aRangeHasItsPrefix(range: String, text: String, isInside: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try address(text)) == isInside)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "::/129", "x/8"])
    func otherTextIsNoRange(text: String) {
        #expect(AddressRange(text) == nil)
    }
}
