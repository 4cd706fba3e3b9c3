import HTTPTypes
import Testing

@testable import BlueHeartServer

/// What only a socket shows; Tests/http has the hostile half.
@Suite(.timeLimit(.minutes(1))) struct LiveServerTests {
    private func request(_ method: String, _ path: String, _ more: String = "") -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    private func statuses(_ answer: String) -> [String] {
        answer.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.1) }
    }

    @Test func requestsOfAConnectionAreAnsweredInOrder() async throws {
        let server = try TestServer()
        let requests =
            request("HEAD", "/v1/cards/tiny/heart/og.png?lang=en") + request("GET", "/nowhere")
            + request("GET", "/health", "Connection: close\r\n")
        let answer = try await withLiveServer(server) { await exchange(requests, port: $0) }
        #expect(statuses(answer) == ["200", "404", "200"])
        #expect(answer.hasSuffix("\r\n\r\nok\n") && !answer.contains("\r\n0\r\n"))
        #expect(answer.contains("X-Request-Id: ") && answer.contains("Date: "))
    }

    @Test func theSocketIsReadyAndCounted() async throws {
        let server = try TestServer()
        let answer = try await withLiveServer(server) { port in
            await exchange(request("GET", "/ready", "Connection: close\r\n"), port: port)
                + (await exchange(request("GET", "/metrics", "Connection: close\r\n"), port: port))
        }
        #expect(statuses(answer) == ["200", "200"] && answer.contains("blueheart_connections 1\n"))
    }

    @Test func aSilentClientIsClosed() async throws {
        let server = try TestServer {
            $0.idleSeconds = 1
            $0.requestSeconds = 1
        }
        let (start, clock) = (ContinuousClock.now, ContinuousClock())
        try await withLiveServer(server) { port in
            _ = await exchange("GET /health HTTP/1.1\r\nX: ", port: port, seconds: 30)
            _ = await exchange(
                request("POST", "/v1/cards", "Content-Length: 9\r\n"), port: port, seconds: 30)
        }
        #expect(clock.now - start < .seconds(25))
    }

    @Test func headersHaveALimit() async throws {
        let server = try TestServer()
        let (long, many) = (
            "X: " + String(repeating: "a", count: 40_000) + "\r\n",
            (0..<200).map { "X\($0): a\r\n" }.joined()
        )
        try await withLiveServer(server) { port in
            for headers in [long, many] {
                let answer = await exchange(request("GET", "/health", headers), port: port)
                #expect(!statuses(answer).contains("200"))
            }
        }
    }
}
