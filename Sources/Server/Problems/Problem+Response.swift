import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Problem {
    func response(to request: Request) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        let body = ByteBuffer(string: json.written())
        let response = Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// What a client is told of an error that a handler threw.
    init?(thrown error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as HTTPError where error.status == .notFound:
            self = .notFound("not-found", "there is nothing at this address")
        case let error as HTTPError where error.status == .contentTooLarge:
            self = Problem(.contentTooLarge, "body-too-large", "the body is larger than is taken")
        case let error as HTTPError:
            self = Problem(error.status, "bad-request", "the request is not understood")
        default: return nil
        }
    }
}

/// Turns what handlers throw into answers.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = CardContext

    let page: ProblemPage

    func handle(
        _ request: Request, context: CardContext,
        next: (Request, CardContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            guard let problem = Problem(thrown: error) else { throw error }
            return page.response(to: request, problem) ?? problem.response(to: request)
        }
    }
}
