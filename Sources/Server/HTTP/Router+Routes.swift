import BlueHeartDiagnostics
import HTTPTypes
import Hummingbird

extension Router<ServerContext> {
    /// Registers a route for every method: other methods than its own are answered with 405.
    func add(_ route: Route) {
        var handlers = route.handlers.mapValues { checkingQuery($0, of: route.facts) }
        if let get = handlers[.get], handlers[.head] == nil {
            handlers[.head] = { try await get($0, $1).createHeadResponse() }
        }
        let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
        handlers[.options] = options(allowed, route.facts.origins)
        for method in Self.methods {
            on(
                RouterPath(route.facts.pattern), method: method,
                use: handlers[method] ?? refusal(allowed))
        }
    }

    /// The handler, reached only by requests whose query has no names but those of the route.
    private func checkingQuery(_ handler: @escaping Handler, of facts: RouteFacts) -> Handler {
        guard case .only(let names) = facts.query else { return handler }
        return { request, context in
            try request.expectQuery(of: names)
            return try await handler(request, context)
        }
    }

    private func options(_ allowed: String, _ origins: RouteFacts.Origins) -> Handler {
        { _, _ in
            var headers = HTTPFields()
            headers[.allow] = allowed
            if origins == .any {
                headers[.accessControlAllowMethods] = allowed
                headers[.accessControlAllowHeaders] = "Content-Type, If-None-Match"
            }
            return Response(status: .noContent, headers: headers)
        }
    }

    private func refusal(_ allowed: String) -> Handler {
        { _, _ in
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
