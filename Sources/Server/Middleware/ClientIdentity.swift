import BlueHeartHTTPSyntax
import HTTPTypes
import Hummingbird
import NIOCore

/// Finds the client of a request: the other end of its connection, or whom a trusted proxy names.
struct ClientIdentity: RouterMiddleware {
    typealias Context = ServerContext

    let proxies: TrustedProxies
    /// Header in which trusted proxies name their clients.
    let header: HTTPField.Name

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let text = context.channel.remoteAddress?.ipAddress, let own = HostAddress(text) {
            context.client = ClientAddress(
                proxies.client(
                    connection: own, forwarded: request.headers[values: header],
                    syntax: ForwardingSyntax(header: header.canonicalName)))
        }
        return try await next(request, context)
    }
}
