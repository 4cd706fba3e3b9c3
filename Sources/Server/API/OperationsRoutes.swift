import BlueHeartEngine
import BlueHeartSupport
import HTTPTypes
import Hummingbird
import NIOCore

/// `/health`, `/ready` and `/metrics`, for monitoring.
struct OperationsRoutes: Sendable {
    let renderer: CardRenderer
    let connections: ConnectionList
    let readiness: Readiness
    let confinement: Confinement?

    var routes: [Route] {
        [
            Route(.operations("/health"), [.get: health]),
            Route(.operations("/ready"), [.get: ready]),
            Route(.operations("/metrics"), [.get: metrics]),
        ]
    }

    /// 200 while the process answers.
    @Sendable
    private func health(_ request: Request, _ context: ServerContext) async throws -> Response {
        return .text("ok")
    }

    /// 200 from when the server listens until it is asked to stop, with the confinement of photo
    /// decoders.
    @Sendable
    private func ready(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard readiness.isReady else {
            return .text("not ready", status: .serviceUnavailable)
        }
        return .text("ready\nphoto decoder: \(confinement?.description ?? "no process")")
    }

    /// Prometheus text: what was counted, and the state of queue, cache and connections now.
    @Sendable
    private func metrics(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (metrics, load) = (renderer.metrics, renderer.queue.load)
        metrics.set("blueheart_queue_waiting", to: load.waiting)
        metrics.set("blueheart_workers_busy", to: load.running)
        metrics.set("blueheart_connections", to: connections.count)
        for partition in CardCache.Partition.allCases {
            let size = renderer.cache.size(of: partition)
            let labels = [("partition", partition.rawValue)]
            metrics.set("blueheart_cache_bytes", to: size.bytes, labels)
            metrics.set("blueheart_cache_cards", to: size.count, labels)
        }
        var headers = HTTPFields()
        headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        let body = ByteBuffer(string: metrics.registry.text)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}
