import Hummingbird
import NIOCore

/// A body whose framing errors are its client's: 400, not 500.
///
/// The reader of HTTP reports bad chunk sizes and trailers, and a connection that is reset, as
/// errors of the body.
struct BrokenBodies: AsyncSequence {
    typealias Element = ByteBuffer

    private let body: RequestBody

    init(_ body: RequestBody) { self.body = body }

    func makeAsyncIterator() -> Iterator { Iterator(body: body.makeAsyncIterator()) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var body: RequestBody.AsyncIterator

        mutating func next() async throws -> ByteBuffer? {
            do {
                return try await body.next()
            } catch let problem as Problem {
                throw problem
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                throw Problem(
                    .badRequest, "bad-framing",
                    "expected a body as its length or chunk sizes say, found another or its end")
            }
        }
    }
}
