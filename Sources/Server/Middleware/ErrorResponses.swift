import Hummingbird
import Logging

/// Turns errors of the middleware and handlers after it into responses.
struct ErrorResponses: RouterMiddleware {
    typealias Context = ServerContext

    let page: ProblemPage

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(thrown: error) ?? fault(error, context)
            return page.response(to: request, problem, on: context.route)
                ?? problem.response(to: request)
        }
    }

    private func fault(_ error: any Error, _ context: ServerContext) -> Problem {
        context.logger.error("fault", metadata: ["error": "\(type(of: error))"])
        return .internalFault
    }
}
