import Diagnostics
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

extension FrontDoor {
    /// A client that waits for "100 Continue" is told to go on when somebody begins to read the
    /// body, and not before: what is refused by its head alone is never sent.
    ///
    /// - Source: RFC 9110, section 10.1.1: other expectations are answered 417.
    func meetExpectation(
        of request: Request, _ context: CardContext
    ) throws(Problem) -> Request {
        guard let expected = request.headers[.expect] else { return request }
        guard isSameName(expected.lowercased(), "100-continue") else {
            throw Problem(
                .expectationFailed, "bad-expectation",
                "expected Expect: 100-continue or none, found \(quoted(expected))")
        }
        var request = request
        let body = InvitedBody(body: request.body, channel: context.channel)
        request.body = RequestBody(asyncSequence: body)
        return request
    }
}

/// A body whose client sends it once it is told to.
private struct InvitedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let body: RequestBody
    let channel: any Channel

    func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator(), channel) }

    struct Iterator: AsyncIteratorProtocol {
        private var body: RequestBody.AsyncIterator
        /// nil once the client has been told.
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
