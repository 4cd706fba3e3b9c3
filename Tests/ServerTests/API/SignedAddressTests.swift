import BlueHeartAddresses
import BlueHeartTestbench
import Testing

@testable import BlueHeartServer

/// A server with keys.
@Suite struct SignedAddressTests {
    private let scratch: ScratchFolder
    private let keys: String
    private let path = "/v1/cards/tiny/greeting/og.png"

    init() throws {
        scratch = try ScratchFolder()
        keys =
            "{\"keys\": [{\"id\": \"new\", \"secret\": \"\(String(repeating: "ab", count: 32))\"}]}"
        try scratch.write(keys, to: "keys.json")
    }

    private func server(_ signatures: ServerSettings.Signatures) throws -> TestServer {
        try TestServer {
            $0.keysFile = scratch.path + "/keys.json"
            $0.signatures = signatures
        }
    }

    private func signed(
        _ path: String, _ pairs: [Query.Pair], expires: Int = 4_000_000_000
    ) throws -> String {
        let keys = try SigningKeys.read(Array(keys.utf8), file: "keys.json")
        return AddressSigner(keys).signed(path: path, query: Query(pairs), expires: expires)
    }

    private let sam = [Query.Pair("lang", "en"), Query.Pair("name", "Sam")]

    @Test func ownWordsNeedASignatureWhereItIsRequired() async throws {
        let server = try server(.required)
        #expect(try await server.get(signed(path, sam)).status == 200)
        let bare = try await server.get(path + "?lang=en&name=Sam")
        #expect(bare.status == 403 && bare.problem == ["bad-signature"])
        #expect(try await server.get("/v1/cards/tiny/heart/og.png?lang=en").status == 200)
        #expect(try await server.get("/v1/drops/tiny/greeting.zip?lang=en&name=Sam").status == 403)
        let archive = try signed("/v1/drops/tiny/greeting.zip", sam)
        #expect(try await server.head(archive).status == 200)
    }

    /// Words in the mouth of somebody else, at any door.
    @Test func attributionsNeedASignatureUnlessTheServerIsOpen() async throws {
        let said = [Query.Pair("lang", "en"), Query.Pair("name", "Sam")]
        let path = "/v1/cards/tiny/saying/og.png"
        let server = try server(.optional)
        let bare = try await server.get(path + "?lang=en&name=Sam")
        #expect(bare.status == 403 && bare.problem == ["bad-signature"])
        #expect(try await server.get(path + "?lang=en&name=Amina").status == 200)
        #expect(try await server.get(signed(path, said)).status == 200)
        let job = """
            {"kit": "tiny", "template": "saying", "placement": "og", "parameters": {"name": "Sam"}}
            """
        #expect(try await server.post("/v1/cards", "application/json", job).status == 403)
        let archive = "/v1/drops/tiny/saying.zip?lang=en&name=Sam"
        #expect(try await server.get(archive).status == 403)
        let page = try await server.get("/?lang=en").text
        #expect(page.contains("value=\"greeting\"") && !page.contains("value=\"saying\""))
        let open = try TestServer { $0.attributions = .open }
        #expect(try await open.get(path + "?lang=en&name=Sam").status == 200)
    }

    @Test func aPostIsSignedAtItsAddress() async throws {
        let server = try server(.required)
        let job = """
            {"kit": "tiny", "template": "greeting", "placement": "og", "parameters": {"name": "Sam"}}
            """
        #expect(try await server.post("/v1/cards", "application/json", job).status == 403)
        let address = try signed("/v1/cards", [])
        #expect(try await server.post(address, "application/json", job).status == 200)
    }

    @Test(arguments: [ServerSettings.Signatures.optional, .required])
    func aWrongSignatureIsRefused(signatures: ServerSettings.Signatures) async throws {
        let server = try server(signatures)
        let address = try signed(path, sam)
        for changed in [
            address.replacing("Sam", with: "Eve"), address.replacing("og.png", with: "square.png"),
            address.replacing("key=new", with: "key=old"), address + "x",
            address.replacing("&key=new", with: ""), try signed(path, sam, expires: 1),
        ] {
            let reply = try await server.get(changed)
            #expect(reply.status == 403 && reply.problem == ["bad-signature"], "\(changed)")
        }
    }

    @Test func aSignatureIsOptionalWhereItIsNotRequired() async throws {
        let server = try server(.optional)
        #expect(try await server.get(path + "?lang=en&name=Sam").status == 200)
        #expect(try await server.get(signed(path, sam)).status == 200)
    }

    @Test func thePageOffersWhatNeedsNoSignature() async throws {
        let server = try server(.required)
        let page = try await server.get("/?template=greeting&name=Zebedee&lang=en").text
        #expect(page.contains("value=\"heart\"") && !page.contains("Zebedee"))
        let frame = try await server.get("/frame?lang=en").text
        #expect(frame.contains("id=\"board\"") && !frame.contains("multipart"))
        #expect(try await server.get("/s/tiny/greeting?lang=en&name=Sam").status == 403)
    }
}
