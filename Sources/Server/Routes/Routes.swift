import HTTPTypes
import Hummingbird

typealias Handler = @Sendable (Request, CardContext) async throws -> Response

extension Router<CardContext> {
    /// Answers a path; `HEAD` is answered like `GET` without its body, and other methods with 405.
    func serve(_ path: RouterPath, _ handlers: [HTTPRequest.Method: Handler]) {
        var handlers = handlers
        if let get = handlers[.get], handlers[.head] == nil {
            handlers[.head] = { try await get($0, $1).createHeadResponse() }
        }
        let allowed = (handlers.keys.map(\.rawValue) + ["OPTIONS"]).sorted().joined(separator: ", ")
        handlers[.options] = { _, _ in
            var headers = HTTPFields()
            headers[.allow] = allowed
            headers[.accessControlAllowMethods] = allowed
            headers[.accessControlAllowHeaders] = "Content-Type, If-None-Match"
            return Response(status: .noContent, headers: headers)
        }
        for method in Self.methods {
            on(path, method: method, use: handlers[method] ?? refusal(allowed))
        }
    }

    private func refusal(_ allowed: String) -> Handler {
        { request, _ in
            var headers = HTTPFields()
            headers[.allow] = allowed
            throw Problem(
                .methodNotAllowed, "method-not-allowed", "expected one of \(allowed)",
                headers: headers)
        }
    }

    private static var methods: [HTTPRequest.Method] {
        [.get, .head, .post, .put, .patch, .delete, .options, .trace]
            + ["QUERY", "PROPFIND", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "SEARCH", "PURGE"]
            .compactMap { HTTPRequest.Method($0) }
    }
}
