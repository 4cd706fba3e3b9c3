import Testing

@testable import BlueHeartAddresses

@Suite struct SignerTests {
    private let path = "/v1/cards/blue-heart/supporter/square.png"

    private func signer(_ ids: String...) throws -> AddressSigner {
        let keys = ids.map { "{\"id\": \"\($0)\", \"secret\": \"\(secret(of: $0))\"}" }
        let text = "{\"keys\": [\(keys.joined(separator: ","))]}"
        return AddressSigner(try SigningKeys.read(Array(text.utf8), file: "keys.json"))
    }

    /// Differs from key to key.
    private func secret(of id: String) -> String {
        String(String(repeating: id == "new" ? "ab" : "cd", count: 32))
    }

    private func query(of address: String) throws -> Query {
        try Query(reading: String(address.split(separator: "?")[1]))
    }

    @Test func aSignedAddressIsTakenUntilItExpires() throws {
        let signer = try signer("new")
        let address = signer.signed(
            path: path, query: Query([.init("name", "Amína")]), expires: 1_000)
        try signer.verify(path: path, query: try query(of: address), now: 999)
        #expect(throws: AddressSigner.Refusal.expired(at: 1_000)) {
            try signer.verify(path: path, query: try query(of: address), now: 1_000)
        }
    }

    @Test func anotherNameOrPathIsRefused() throws {
        let signer = try signer("new")
        let address = signer.signed(path: path, query: Query([.init("name", "A")]), expires: 1_000)
        var changed = try query(of: address)
        #expect(throws: AddressSigner.Refusal.wrong) {
            try signer.verify(path: path + "x", query: changed, now: 1)
        }
        changed.pairs[changed.pairs.firstIndex { $0.name == "name" } ?? 0].value = "B"
        #expect(throws: AddressSigner.Refusal.wrong) {
            try signer.verify(path: path, query: changed, now: 1)
        }
    }

    @Test func anOldKeyCountsAsLongAsItIsListed() throws {
        let address = try signer("old").signed(path: path, query: Query(), expires: 1_000)
        try signer("new", "old").verify(path: path, query: try query(of: address), now: 1)
        #expect(throws: AddressSigner.Refusal.unknownKey) {
            try signer("new").verify(path: path, query: try query(of: address), now: 1)
        }
    }
}
