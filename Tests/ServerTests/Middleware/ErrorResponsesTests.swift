import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import BlueHeartServer

@Suite struct ErrorResponsesTests {
    private struct Surprise: Error { var secret = "Zebedee" }

    private let server: TestServer

    init() throws { server = try TestServer() }

    /// The status and code of the response to an error that a handler throws.
    private func answer(_ error: any Error, accept: String = "*/*") async throws -> (Int, String) {
        let middleware = ErrorResponses(page: ProblemPage(site: server.server.site))
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "a", path: "/",
            headerFields: [.accept: accept])
        let context = ServerContext(
            source: .init(channel: NIOAsyncTestingChannel(), logger: server.log.logger(.info)))
        let response = try await middleware.handle(
            Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context
        ) { _, _ in throw error }
        return (response.status.code, response.headers[.contentType] ?? "")
    }

    @Test func anUnknownErrorIs500AndLoggedWithoutItsText() async throws {
        let json = try await answer(Surprise())
        #expect(json == (500, "application/problem+json"))
        #expect(server.log.lines == ["error fault error=Surprise"])
        let page = try await answer(Surprise(), accept: "text/html")
        #expect(page == (500, "text/html; charset=utf-8"))
    }

    @Test(arguments: [
        (HTTPResponse.Status.notFound, 404), (.contentTooLarge, 413), (.badRequest, 400),
    ])
    func errorsOfTheLibraryKeepTheirStatus(status: HTTPResponse.Status, code: Int) async throws {
        let json = try await answer(HTTPError(status))
        #expect(json == (code, "application/problem+json"))
        #expect(server.log.lines.isEmpty)
    }
}
