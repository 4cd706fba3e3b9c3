import Diagnostics
import HTTPTypes
import Hummingbird
import Logging

/// What every request passes first and every answer last: its form, its client's share, headers,
/// the log and the counts.
struct FrontDoor<Inside: HTTPResponder>: HTTPResponder where Inside.Context == CardContext {
    typealias Context = CardContext

    let inside: Inside
    let clients: ClientFinder
    /// nil where there is no limit.
    let buckets: TokenBuckets?
    let counts: ServerCounts
    let page: ProblemPage

    func respond(to request: Request, context: CardContext) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answer(request, context)
        addHeaders(to: &response, request, context)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        note(request, response, context, seconds)
        return response
    }

    private func answer(_ request: Request, _ context: CardContext) async -> Response {
        do {
            try checkForm(of: request)
            let client = client(of: request, context)
            let share = try client.flatMap { (client) throws(Problem) in try admit(client) }
            let asked = try meetExpectation(of: request, context)
            var response = try await inside.respond(to: asked, context: context)
            if let client, let share {
                let extra = context.bill.tokens
                let rest = extra > 0 ? buckets?.charge(client, extra) : nil
                response.headers.addShare(rest ?? share, of: buckets)
            }
            return response
        } catch let problem as Problem {
            return page.response(to: request, problem) ?? problem.response(to: request)
        } catch {
            context.logger.error("fault", metadata: ["error": "\(type(of: error))"])
            return Problem.internalFault.response(to: request)
        }
    }

    /// nil for what has no limit: the questions of those who watch over the server, and the page's
    /// own style and scripts, in which the page that asks for patience is dressed, too.
    private func client(of request: Request, _ context: CardContext) -> ClientAddress? {
        let path = request.uri.path
        guard buckets != nil, !["/health", "/ready", "/metrics"].contains(path),
            !path.utf8.starts(with: "/web/".utf8)
        else { return nil }
        return clients.client(context.channel.remoteAddress, request.headers)
    }

    /// Takes one of the client's tokens.
    private func admit(_ client: ClientAddress) throws(Problem) -> TokenBuckets.Verdict? {
        guard let buckets else { return nil }
        let now = ContinuousClock.now - Self.epoch
        let verdict = buckets.take(client, now: now / .seconds(1))
        guard !verdict.isAllowed else { return verdict }
        var problem = Problem(
            .tooManyRequests, "too-many-requests",
            "expected at most \(buckets.burst) requests at once, found more; wait a little")
        problem.headers[.retryAfter] = String(verdict.wait)
        problem.headers.addShare(verdict, of: buckets)
        throw problem
    }

    private static var epoch: ContinuousClock.Instant { serverEpoch }

    private func note(
        _ request: Request, _ response: Response, _ context: CardContext, _ seconds: Double
    ) {
        // The pattern of the route, never the address: that may hold a name.
        let route = context.endpointPath ?? "none"
        counts.request(
            route: route, method: knownMethod(request.method), status: response.status.code,
            seconds: seconds)
        guard context.logger.logLevel <= .info else { return }
        context.logger.info(
            "request",
            metadata: [
                "method": "\(knownMethod(request.method))", "route": "\(route)",
                "status": "\(response.status.code)",
                "milliseconds": "\((seconds * 10_000).rounded() / 10)",
            ])
    }

    /// Methods are a client's words: unknown ones are not counted apart.
    private func knownMethod(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .options, .put, .delete, .patch].contains(method)
            ? method.rawValue : "other"
    }
}

private let serverEpoch = ContinuousClock.now
