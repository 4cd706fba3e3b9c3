import HTTPTypes
import Hummingbird
import Logging

/// Logs each request with the pattern of its route, never with its address, which can hold a name.
struct AccessLog: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        guard context.logger.logLevel <= .info else { return response }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.label)", "route": "\(context.route.pattern)",
                "status": "\(response.status.code)",
                "milliseconds": "\((seconds * 10_000).rounded() / 10)",
            ])
        return response
    }
}

extension HTTPRequest.Method {
    /// Name in logs and metrics; clients choose the names of other methods, so these are all `other`.
    var label: String {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .options, .put, .delete, .patch]
        return known.contains(self) ? rawValue : "other"
    }
}
