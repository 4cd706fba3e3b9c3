import BlueHeartTestbench
import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct RequestValidationTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer

    init() throws { server = try Self.server.get() }

    @Test(
        arguments: [
            NamedCase("none", nil), NamedCase("empty", ""), NamedCase("blank", "a b"),
            NamedCase("slash", "a/b"), NamedCase("at sign", "a@b"),
            NamedCase("other letter", "a\u{E9}"),
            NamedCase("256 letters", String(repeating: "a", count: 256)),
        ] as [NamedCase<String?>])
    func aHostIsANameAndAPort(authority: NamedCase<String?>) async throws {
        var request = TestRequest(path: "/health")
        request.authority = authority.value
        #expect(try await server.send(request).problem == ["bad-host"])
    }

    @Test(arguments: [
        NamedCase("letter", "a"), NamedCase("name and port", "cards.example:8080"),
        NamedCase("IPv6", "[::1]:80"),
        NamedCase("255 letters", String(repeating: "a", count: 255)),
    ])
    func suchAHostIsTaken(authority: NamedCase<String>) async throws {
        var request = TestRequest(path: "/health")
        request.authority = authority.value
        #expect(try await server.send(request).status == 200)
    }

    @Test func aSecondHostIsRefused() async throws {
        let host = try #require(HTTPField.Name("Host"))
        let reply = try await server.get("/health", [host: "b"])
        #expect(reply.status == 400 && reply.problem == ["bad-host"])
    }

    @Test func anAddressHasALimit() async throws {
        let path = "/v1/kits?" + String(repeating: "a", count: 8_183)
        #expect(try await server.get(path).status == 400)
        let reply = try await server.get(path + "a")
        #expect(reply.status == 414 && reply.problem == ["address-too-long"])
    }

    @Test(arguments: ["*", "http://a/health", "", "health", "?a"])
    func otherTargetsAreRefused(target: String) async throws {
        #expect(try await server.get(target).problem == ["bad-address"])
    }

    @Test(arguments: [
        "//health", "/health/", "/./health", "/../health", "/%68ealth", "/health%00", "/he\\alth",
        "/v1//kits", "/v1/.kits", "/health;a",
    ])
    func aPathIsPlain(path: String) async throws {
        let reply = try await server.get(path)
        #expect(reply.status == 404 && reply.problem == ["not-found"])
    }

    @Test(arguments: ["/v1/kits?a b", "/v1/kits?é", "/v1/kits?a\tb"])
    func aQueryIsASCII(path: String) async throws {
        #expect(try await server.get(path).problem == ["bad-coding"])
    }
}
