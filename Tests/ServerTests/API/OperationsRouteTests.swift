import Testing

@testable import BlueHeartServer

@Suite struct OperationsRouteTests {
    @Test func healthIsOK() async throws {
        let reply = try await TestServer().get("/health")
        #expect(reply.status == 200 && reply.text == "ok\n" && reply["Cache-Control"] == "no-store")
        #expect(reply["Access-Control-Allow-Origin"] == nil)
    }

    @Test func aServerIsReadyWhileItListens() async throws {
        let server = try TestServer()
        #expect(try await server.get("/ready").status == 503)
        server.server.readiness.set(true)
        #expect(try await server.get("/ready").text == "ready\nphoto decoder: no process\n")
        server.server.readiness.set(false)
        let reply = try await server.get("/ready")
        #expect(reply.status == 503 && reply.text == "not ready\n")
    }

    @Test func metricsCountRequestsByRouteAndStatus() async throws {
        let server = try TestServer()
        for path in ["/v1/cards/tiny/heart/square.png?lang=en", "/v1/kits", "/nowhere", "/v1/kits"]
        {
            _ = try await server.get(path)
        }
        let text = try await server.get("/metrics").text
        for line in [
            "blueheart_requests_total{method=\"GET\",route=\"/v1/kits\",status=\"200\"} 2",
            "blueheart_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1",
            "blueheart_cards_total{outcome=\"made\"} 1",
            "blueheart_cache_cards{partition=\"shared\"} 1", "blueheart_queue_waiting 0",
            "blueheart_request_seconds_count{route=\"/v1/cards/{kit}/{template}/{file}\"} 1",
        ] {
            #expect(text.contains("\n" + line + "\n"), "\(line)")
        }
    }

    @Test(arguments: ["/health", "/ready", "/metrics"])
    func aQueryIsRefused(path: String) async throws {
        #expect(try await TestServer().get(path + "?x=1").problem == ["unknown-parameter", "x"])
    }
}
