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

    @Test(arguments: ["", "unknown", "_hidden, 10.0.0.9", "1.2.3.4.5,10.0.0.9", "[::1]:80,_x"])
    func anUnreadableEntryEndsTheList(header: String) throws {
        let found = try client("10.0.0.1", header, trusting: "10.0.0.0/8")
        let isProxy = try #require(AddressRange("10.0.0.0/8")).contains(found)
        #expect(isProxy, "\(header) makes \(found)")
    }

    @Test(arguments: [
        ("198.51.100.1:4000", "198.51.100.1"), ("\"198.51.100.1:4000\"", "198.51.100.1"),
        ("[2001:db8::1]:443", "2001:db8::1"), ("\"[2001:db8::1]\"", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"), ("6.6.6.6:1, 198.51.100.1:2", "198.51.100.1"),
    ])
    func portsAndQuotesAreNoPartOfAnAddress(header: String, expected: String) throws {
        #expect(try client("10.0.0.1", header, trusting: "10.0.0.0/8") == (try address(expected)))
    }

    @Test(arguments: [
        ("for=198.51.100.1", "198.51.100.1"), ("For=\"198.51.100.1:4711\"", "198.51.100.1"),
        ("proto=https;for=\"[2001:db8::1]:4711\";by=10.0.0.1", "2001:db8::1"),
        ("for=6.6.6.6, for=198.51.100.1;host=\"a,b;for=7.7.7.7\"", "198.51.100.1"),
        ("for=unknown", "10.0.0.1"), ("for=_hidden", "10.0.0.1"), ("by=6.6.6.6", "10.0.0.1"),
    ])
    func theHeaderForwardedIsRead(header: String, expected: String) throws {
        let proxies = TrustedProxies([try #require(AddressRange("10.0.0.0/8"))])
        let found = proxies.client(
            connection: try address("10.0.0.1"), forwarded: [header],
            syntax: ForwardingSyntax(header: "forwarded"))
        #expect(found == (try address(expected)))
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
