import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct AccessLogTests {
    private func lines(_ server: TestServer) -> [String] {
        server.log.lines.filter { $0.contains(" request ") }.map { line in
            line.replacing(/\ milliseconds=[0-9.]+/, with: "")
        }
    }

    @Test func aLineHasThePatternOfTheRoute() async throws {
        let server = try TestServer()
        _ = try await server.get("/v1/cards/tiny/greeting/og.png?lang=en&name=Zebedee")
        _ = try await server.get("/v1/cards/tiny/greeting/og.png?lang=en")
        _ = try await server.get("/Zebedee")
        _ = try await server.get("/v1/drops/tiny/none.zip")
        let method = try #require(HTTPRequest.Method("ZEBEDEE"))
        _ = try await server.send(TestRequest(method: method, path: "/v1/kits"))
        #expect(
            lines(server) == [
                "info request method=GET route=/v1/cards/{kit}/{template}/{file} status=200",
                "info request method=GET route=/v1/cards/{kit}/{template}/{file} status=422",
                "info request method=GET route=none status=404",
                "info request method=GET route=/v1/drops/{kit}/{template}.zip status=404",
                "info request method=other route=none status=404",
            ])
        #expect(!server.log.lines.contains { $0.contains("Zebedee") })
    }

    @Test func aQuietServerLogsNoRequest() async throws {
        let server = try TestServer { $0.logLevel = .warning }
        _ = try await server.get("/health")
        #expect(server.log.lines.isEmpty)
    }
}
