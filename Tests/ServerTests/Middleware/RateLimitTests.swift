import BlueHeartHTTPSyntax
import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct RateLimitTests {
    /// A token in a thousand seconds, so that none comes back while a test runs.
    private func server(
        burst: Int, _ change: (inout ServerSettings) -> Void = { _ in }
    ) throws -> TestServer {
        try TestServer {
            $0.requestsPerSecond = 0.001
            $0.burst = burst
            change(&$0)
        }
    }

    /// True for a time of so many thousands of seconds, less what a slow test has taken already.
    private func isAbout(_ thousands: Int, _ seconds: String?) -> Bool {
        let range = (thousands * 1_000 - 300)...(thousands * 1_000)
        return seconds.flatMap { Int($0) }.map(range.contains) ?? false
    }

    /// Tokens left, and seconds until there is one more.
    private func share(_ reply: Reply) -> (left: String?, wait: String?) {
        let match = reply["RateLimit"]?.wholeMatch(of: /"client";r=(\d+);t=(\d+)/)
        return (match.map { String($0.1) }, match.map { String($0.2) })
    }

    private func status(
        _ server: TestServer, from client: String, _ headers: HTTPFields = [:]
    ) async throws -> Int {
        var request = TestRequest(path: "/v1/kits", headers: headers)
        request.client = client
        return try await server.send(request).status
    }

    @Test func aClientHasItsBurst() async throws {
        let server = try server(burst: 2)
        let first = try await server.get("/v1/kits")
        #expect(share(first).left == "1" && isAbout(1, share(first).wait))
        #expect(first["RateLimit-Policy"] == "\"client\";q=2;w=2000")
        #expect(try await server.get("/v1/kits").status == 200)
        let third = try await server.get("/v1/kits")
        #expect(third.status == 429 && third.problem == ["too-many-requests"])
        #expect(share(third).left == "0" && third["Retry-After"] == share(third).wait)
        #expect(isAbout(1, third["Retry-After"]))
        #expect(third["Cache-Control"] == "no-store")
    }

    @Test func errorsCostTokensAndTellTheShare() async throws {
        let server = try server(burst: 3)
        for (path, left) in [("/nowhere", 2), ("/v1/kits?x=1", 1)] {
            let reply = try await server.get(path)
            #expect(reply.status >= 400 && share(reply).left == "\(left)")
        }
        #expect(try await server.send(TestRequest(method: .put, path: "/v1/kits")).status == 405)
        #expect(try await server.get("/nowhere").status == 429)
    }

    @Test func clientsHaveTheirOwnTokens() async throws {
        let server = try server(burst: 1)
        #expect(try await status(server, from: "192.0.2.1") == 200)
        #expect(try await status(server, from: "192.0.2.2") == 200)
        #expect(try await status(server, from: "192.0.2.1") == 429)
        #expect(try await status(server, from: "2001:db8::1") == 200)
        #expect(try await status(server, from: "2001:db8::ffff") == 429, "the same network")
        #expect(try await status(server, from: "2001:db8:0:1::1") == 200)
    }

    @Test func onlyATrustedProxyNamesTheClient() async throws {
        let server = try server(burst: 1) {
            $0.trustedProxies = [AddressRange("10.0.0.0/8")].compactMap(\.self)
            $0.clientHeader = "x-real-ip"
        }
        let header = try #require(HTTPField.Name("X-Real-IP"))
        #expect(try await status(server, from: "10.0.0.1", [header: "192.0.2.1"]) == 200)
        #expect(try await status(server, from: "10.0.0.1", [header: "192.0.2.2"]) == 200)
        #expect(try await status(server, from: "10.0.0.2", [header: "6.6.6.6, 192.0.2.1"]) == 429)
        #expect(try await status(server, from: "192.0.2.9", [header: "192.0.2.3"]) == 200)
        #expect(try await status(server, from: "192.0.2.9", [header: "192.0.2.4"]) == 429)
    }

    @Test(arguments: ["/health", "/ready", "/metrics", "/web/site.css"])
    func someRoutesHaveNoLimit(path: String) async throws {
        let server = try server(burst: 1)
        _ = try await server.get("/v1/kits")
        let reply = try await server.get(path)
        #expect(reply.status != 429 && reply["RateLimit"] == nil)
    }

    @Test func aServerWithoutALimitTellsNoShare() async throws {
        let reply = try await TestServer().get("/v1/kits")
        #expect(reply["RateLimit"] == nil && reply["RateLimit-Policy"] == nil)
    }

    /// Of two cards: the request pays for one, its cost for the other.
    @Test func anArchiveCostsItsCards() async throws {
        let server = try server(burst: 3)
        let archive = try await server.get("/v1/drops/tiny/greeting.zip?lang=en&name=Sam")
        #expect(archive.status == 200 && share(archive).left == "1")
        let refused = try await server.get("/v1/drops/tiny/greeting.zip?lang=en")
        #expect(refused.status == 422 && share(refused).left == "0")
        let late = try await server.get("/v1/kits")
        #expect(late.status == 429 && isAbout(2, late["Retry-After"]))
    }

    @Test(arguments: ["/", "/v1/cards/tiny/heart/og.png?lang=sk", "/nowhere", "/v1/kits"])
    func aPersonGetsAPage(path: String) async throws {
        let server = try server(burst: 1)
        _ = try await server.get("/v1/kits")
        let page = try await server.get(
            path, [.accept: "text/html,*/*;q=0.8", .acceptLanguage: "ar"])
        #expect(page.status == 429 && page["Content-Type"] == "text/html; charset=utf-8")
        #expect(isAbout(1, page["Retry-After"]) && page["RateLimit"] != nil)
        #expect(page["Cache-Control"] == "no-store" && page.text.contains("lang=\"ar\""))
        #expect(page["Content-Security-Policy"]?.contains("script-src 'self'") == true)
    }
}
