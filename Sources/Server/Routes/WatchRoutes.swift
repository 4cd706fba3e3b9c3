import Engine
import HTTPTypes
import Hummingbird
import NIOCore

/// `/health`, `/ready` and `/metrics`: for those who watch over the server.
struct WatchRoutes: Sendable {
    let maker: CardMaker
    let connections: ConnectionList
    let readiness: Readiness

    func add(to router: Router<CardContext>) {
        router.serve("/health", [.get: health])
        router.serve("/ready", [.get: ready])
        router.serve("/metrics", [.get: metrics])
    }

    /// The process answers.
    @Sendable
    private func health(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        return .text("ok")
    }

    /// It can make cards, and is not about to stop.
    @Sendable
    private func ready(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        return readiness.isReady
            ? .text("ready") : .text("not ready", status: .serviceUnavailable)
    }

    @Sendable
    private func metrics(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        let load = maker.crew.load
        maker.counts.set("blueheart_queue_waiting", to: load.waiting)
        maker.counts.set("blueheart_workers_busy", to: load.running)
        maker.counts.set("blueheart_connections", to: connections.count)
        for (name, shelf) in [("shared", CardCache.Shelf.shared), ("personal", .personal)] {
            let size = maker.cache.size(of: shelf)
            maker.counts.set("blueheart_cache_bytes", to: size.bytes, [("shelf", name)])
            maker.counts.set("blueheart_cache_cards", to: size.count, [("shelf", name)])
        }
        var response = Response.text("")
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        response.body = ResponseBody(byteBuffer: ByteBuffer(string: maker.counts.board.text))
        return response
    }
}
