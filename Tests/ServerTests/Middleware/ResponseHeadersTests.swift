import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct ResponseHeadersTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer

    init() throws { server = try Self.server.get() }

    @Test(arguments: [
        "/", "/health", "/v1/kits", "/v1/cards/tiny/heart/og.png?lang=en", "/nowhere", "//",
        "/v1/drops/tiny/heart.zip?lang=en", "/web/site.css", "/openapi.json", "/v1/kits?x=1",
    ])
    func everyResponseHasTheHeadersOfSafety(path: String) async throws {
        let reply = try await server.get(path)
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Referrer-Policy"] == "no-referrer")
        #expect(reply["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(reply["X-Request-Id"] == "id-1" && reply["Cache-Control"] != nil)
    }

    @Test func whatIsNoPageMayRunNothing() async throws {
        let policy = "default-src 'none'; frame-ancestors 'none'; sandbox"
        #expect(try await server.get("/v1/kits")["Content-Security-Policy"] == policy)
    }

    @Test(arguments: [
        ("/v1/kits", "GET, HEAD, OPTIONS", true), ("/v1/cards", "OPTIONS, POST", true),
        ("/v1/drops/tiny/heart.zip", "GET, HEAD, OPTIONS", true),
        ("/", "GET, HEAD, OPTIONS", false), ("/health", "GET, HEAD, OPTIONS", false),
    ])
    func optionsTellTheMethods(path: String, allowed: String, isForAnyOrigin: Bool) async throws {
        let reply = try await server.send(TestRequest(method: .options, path: path))
        #expect(reply.status == 204 && reply["Allow"] == allowed && reply.body.isEmpty)
        #expect(reply["Access-Control-Allow-Methods"] == (isForAnyOrigin ? allowed : nil))
        #expect(reply["Access-Control-Allow-Origin"] == (isForAnyOrigin ? "*" : nil))
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
    func otherMethodsAreRefused(name: String) async throws {
        let method = try #require(HTTPRequest.Method(name))
        for (path, allowed) in [("/v1/kits", "GET, HEAD, OPTIONS"), ("/v1/cards", "OPTIONS, POST")]
        {
            let reply = try await server.send(TestRequest(method: method, path: path))
            #expect(reply.status == 405 && reply.problem == ["method-not-allowed"])
            #expect(reply["Allow"] == allowed)
        }
    }

    @Test func aCardIsNotPostedToItsAddress() async throws {
        let reply = try await server.post("/v1/cards/tiny/heart/og.png", "application/json", "{}")
        #expect(reply.status == 405)
    }
}
