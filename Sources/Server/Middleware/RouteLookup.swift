import Hummingbird

/// Hands the facts of the matched route to the middleware after it.
struct RouteLookup: RouterMiddleware {
    typealias Context = ServerContext

    private let facts: [String: RouteFacts]

    init(_ routes: [Route]) {
        facts = Dictionary(uniqueKeysWithValues: routes.map { ($0.facts.pattern, $0.facts) })
    }

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.route = context.endpointPath.flatMap { facts[$0] } ?? .unmatched
        return try await next(request, context)
    }
}
