import BlueHeartDiagnostics
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Answers `Expect: 100-continue` when the handler begins to read the body, and not before: the
/// body of a request that is refused by its head is never sent.
///
/// - Source: RFC 9110, section 10.1.1: other expectations are answered with 417.
struct ContinueExpectation: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard let expected = request.headers[.expect] else {
            return try await next(request, context)
        }
        guard isSameName(expected.lowercased(), "100-continue") else {
            throw Problem(
                .expectationFailed, "bad-expectation",
                "expected Expect: 100-continue or none, found \(quoted(expected))")
        }
        var request = request
        let body = InvitedBody(body: request.body, channel: context.channel)
        request.body = RequestBody(asyncSequence: body)
        return try await next(request, context)
    }
}

/// A body whose client waits for 100 before it sends it.
private struct InvitedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let body: RequestBody
    let channel: any Channel

    func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator(), channel) }

    struct Iterator: AsyncIteratorProtocol {
        private var body: RequestBody.AsyncIterator
        /// nil once 100 has been sent.
        private var channel: (any Channel)?

        init(body: RequestBody.AsyncIterator, _ channel: any Channel) {
            self.body = body
            self.channel = channel
        }

        mutating func next() async throws -> ByteBuffer? {
            if let channel {
                self.channel = nil
                let head = HTTPResponse(status: .continue)
                try await channel.writeAndFlush(HTTPResponsePart.head(head))
            }
            return try await body.next()
        }
    }
}
