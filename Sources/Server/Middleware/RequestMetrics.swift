import Hummingbird

/// Counts each request by route, method and status, and measures its time.
struct RequestMetrics: RouterMiddleware {
    typealias Context = ServerContext

    let metrics: ServerMetrics

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        metrics.request(
            route: context.route.pattern, method: request.method.label,
            status: response.status.code,
            seconds: (ContinuousClock.now - start) / .seconds(1))
        return response
    }
}
