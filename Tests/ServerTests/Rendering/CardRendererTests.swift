import BlueHeartEngine
import BlueHeartSupport
import HTTPTypes
import Testing

@testable import BlueHeartServer

/// One worker, held by the tests, so that what waits can be seen.
@Suite(.timeLimit(.minutes(1))) struct CardRendererTests {
    private let greeting = "/v1/cards/tiny/greeting/square.png?lang=en&name="

    /// A job that keeps the worker busy until `release`.
    private final class HeldWorker: Sendable {
        private let isReleased = Monitor(false)

        init(_ queue: RenderQueue) async throws {
            let ticket = queue.submit { [isReleased] _ in isReleased.wait { $0 ? () : nil } }
            _ = try #require(ticket)
            while queue.load.running == 0 { await Task.yield() }
        }

        func release() { isReleased.change { $0 = true } }
    }

    private func waiting(_ count: Int, in server: TestServer) async throws {
        while server.server.renderer.queue.load.waiting != count { await Task.yield() }
    }

    private func cards(_ outcome: String, _ server: TestServer) async throws -> Int {
        try await server.metric("blueheart_cards_total{outcome=\"\(outcome)\"}")
    }

    @Test func aCardIsRenderedOnceForAllWhoAskAtATime() async throws {
        let server = try TestServer()
        let held = try await HeldWorker(server.server.renderer.queue)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { try await server.get(greeting + "Together").status }
            }
            while try await cards("joined", server) < 19 {}
            held.release()
            for try await status in group { #expect(status == 200) }
        }
        #expect(try await server.get(greeting + "Together").status == 200)
        #expect(try await (cards("made", server), cards("cached", server)) == (1, 1))
    }

    @Test func aFullQueueIs503() async throws {
        let server = try TestServer { $0.queue = 1 }
        let held = try await HeldWorker(server.server.renderer.queue)
        async let first = server.get(greeting + "First")
        try await waiting(1, in: server)
        for path in [greeting + "Second", "/v1/drops/tiny/greeting.zip?lang=en&name=Second"] {
            let reply = try await server.get(path)
            #expect(reply.status == 503 && reply.problem == ["server-busy"])
            #expect(reply["Retry-After"] == "2" && reply["Cache-Control"] == "no-store")
        }
        #expect(try await cards("refused", server) == 2)
        let page = try await server.get(greeting + "Second", [.accept: "text/html"])
        #expect(page.status == 503 && page["Content-Type"] == "text/html; charset=utf-8")
        held.release()
        #expect(try await first.status == 200)
    }

    /// The refusal of a blocked word takes longer than that of a full queue.
    @Test func aFullQueueIsToldBeforeWordsAreRead() async throws {
        let server = try TestServer { $0.queue = 1 }
        let held = try await HeldWorker(server.server.renderer.queue)
        async let first = server.get(greeting + "First")
        try await waiting(1, in: server)
        #expect(try await server.get(greeting + "darn").status == 503)
        held.release()
        #expect(try await first.status == 200)
        #expect(try await server.get(greeting + "darn").status == 422)
    }

    @Test func aCardNobodyWaitsForIsNotRendered() async throws {
        let server = try TestServer()
        let held = try await HeldWorker(server.server.renderer.queue)
        let connections = [Connection(), Connection()]
        let requests = connections.map { connection in
            var request = TestRequest(path: greeting + "Gone")
            request.connection = connection
            return request
        }
        async let first = server.send(requests[0])
        try await waiting(1, in: server)
        async let second = server.send(requests[1])
        while try await cards("joined", server) == 0 {}
        connections[0].clientIsGone()
        #expect(try await first.status == 503)
        #expect(server.server.renderer.queue.load.waiting == 1, "the other client still waits")
        connections[1].clientIsGone()
        #expect(try await second.status == 503)
        #expect(server.server.renderer.queue.load.waiting == 0)
        held.release()
        #expect(try await cards("abandoned", server) == 1)
        #expect(try await cards("made", server) == 0)
    }

    @Test func aConnectionThatIsGoneAlreadyGetsNothingRendered() async throws {
        let server = try TestServer()
        let held = try await HeldWorker(server.server.renderer.queue)
        var request = TestRequest(path: greeting + "Late")
        let connection = Connection()
        connection.clientIsGone()
        request.connection = connection
        #expect(try await server.send(request).status == 503)
        #expect(server.server.renderer.queue.load.waiting == 0)
        held.release()
    }

    /// The archive has begun when its second card finds the queue full: it waits for its turn.
    @Test func anArchiveWaitsForAFullQueue() async throws {
        let server = try TestServer { $0.queue = 1 }
        async let archive = server.get("/v1/drops/tiny/greeting.zip?lang=en&name=Patient")
        while try await cards("made", server) == 0 {}
        var others: [Int] = []
        for number in 0..<8 { others.append(try await server.get(greeting + "\(number)").status) }
        #expect(try await archive.status == 200)
        #expect(Set(others).isSubset(of: [200, 503]))
    }

    @Test func ownWordsAreCachedApart() async throws {
        let server = try TestServer()
        let cache = server.server.renderer.cache
        _ = try await server.get(greeting + "Sam")
        #expect((cache.size(of: .shared).count, cache.size(of: .personal).count) == (0, 1))
        _ = try await server.get(greeting + "Amina")
        _ = try await server.get("/v1/cards/tiny/heart/square.png?lang=en")
        #expect((cache.size(of: .shared).count, cache.size(of: .personal).count) == (2, 1))
        #expect(cache.size(of: .shared).bytes > 2 * 4_096)
        _ = try await server.get(greeting + "Sam")
        #expect(try await cards("cached", server) == 1)
    }
}
