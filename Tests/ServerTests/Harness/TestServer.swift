import BlueHeartEngine
import BlueHeartTestbench
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes

@testable import BlueHeartServer

/// A server of the kit `tiny`, whose router and middleware get requests without sockets.
///
/// HummingbirdTesting is not used: its router client has one `Host` and no client address, and it
/// brings BoringSSL and AsyncHTTPClient into every build of the tests.
final class TestServer: Sendable {
    let server: CardServer
    let log = RecordedLog()
    private let responder: RouterResponder<ServerContext>

    private static let folder = projectFolder + "/Tests/ServerTests/Fixtures"
    /// Reads each file once for all servers.
    private static let engine = CardEngine(
        EngineOptions(
            templatesFolder: folder + "/templates", assetsFolder: folder + "/assets",
            fontsFolder: projectFolder + "/fonts",
            placementsFile: folder + "/assets/placements.json",
            limits: .untrusted))

    /// - Parameter change: settings other than one worker, any free port, 64 uploads and no rate limit.
    init(_ change: (inout ServerSettings) -> Void = { _ in }) throws {
        var settings = ServerSettings()
        settings.workers = 1
        settings.port = 0
        settings.requestsPerSecond = 0
        // Tests run at the same time, as one client.
        settings.uploads = 64
        change(&settings)
        server = try CardServer(settings, engine: Self.engine, web: projectFolder + "/web")
        responder = server.buildApplication(logger: log.logger(settings.level)).responder
    }

    deinit { server.renderer.queue.finish() }

    func send(_ request: TestRequest) async throws -> Reply {
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: try SocketAddress(ipAddress: request.client, port: 40_000))
        if let connection = request.connection {
            _ = server.connections.add(connection, of: channel)
        }
        defer { server.connections.remove(channel) }
        var logger = log.logger(server.settings.level)
        logger[metadataKey: "hb.request.id"] = "id-1"
        let context = ServerContext(source: .init(channel: channel, logger: logger))
        let response = try await responder.respond(to: request.request, context: context)
        let body = BodyRecorder()
        try await response.body.write(body)
        let interim = try await channel.readOutbound(as: HTTPResponsePart.self)
        return Reply(head: response.head, body: body.bytes, interim: interim)
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Reply {
        try await send(TestRequest(path: path, headers: headers))
    }

    func head(_ path: String, _ headers: HTTPFields = [:]) async throws -> Reply {
        try await send(TestRequest(method: .head, path: path, headers: headers))
    }

    func post(_ path: String, _ type: String, _ body: String) async throws -> Reply {
        try await send(
            TestRequest(
                method: .post, path: path, headers: [.contentType: type], body: Array(body.utf8)))
    }

    /// Value of a line of `/metrics`; 0 if there is none.
    func metric(_ name: String) async throws -> Int {
        let lines = try await get("/metrics").text.split(separator: "\n")
        let line = lines.first { $0.hasPrefix(name + " ") }
        return line.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
    }
}

/// A request to a `TestServer`.
struct TestRequest: Sendable {
    var method = HTTPRequest.Method.get
    var path: String
    var headers: HTTPFields = [:]
    /// In parts, as the network delivers them.
    var parts: [[UInt8]] = []
    /// The body in place of `parts`, as a test sends it.
    var stream: AsyncStream<[UInt8]>?
    var authority: String? = "cards.example"
    var client = "192.0.2.1"
    /// Registered for the time of the request, so that a test can close it.
    var connection: Connection?

    init(
        method: HTTPRequest.Method = .get, path: String, headers: HTTPFields = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        parts = body.isEmpty ? [] : [body]
    }

    fileprivate var request: Request {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: authority, path: path, headerFields: headers)
        if let stream {
            return Request(
                head: head, body: RequestBody(asyncSequence: stream.map { ByteBuffer(bytes: $0) }))
        }
        let (body, source) = AsyncStream.makeStream(of: ByteBuffer.self)
        for part in parts { source.yield(ByteBuffer(bytes: part)) }
        source.finish()
        return Request(head: head, body: RequestBody(asyncSequence: body))
    }
}

/// What a `TestServer` answered.
struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]
    /// Status of the response that was sent before, as 100.
    let interim: Int?

    fileprivate init(head: HTTPResponse, body: [UInt8], interim: HTTPResponsePart?) {
        status = head.status.code
        headers = head.headerFields
        self.body = body
        self.interim = if case .head(let head)? = interim { head.status.code } else { nil }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The fields of a JSON object; empty for other bodies.
    var json: [String: Any] {
        let object = try? JSONSerialization.jsonObject(with: Data(body))
        return object as? [String: Any] ?? [:]
    }

    /// Of problem+json: the code and the parameters with faults.
    var problem: [String] {
        guard self["Content-Type"] == "application/problem+json" else { return [] }
        let entries = json["errors"] as? [[String: Any]] ?? []
        return [json["code"] as? String ?? ""] + entries.compactMap { $0["parameter"] as? String }
    }
}

/// Keeps the body of a response.
private final class BodyRecorder: ResponseBodyWriter, Sendable {
    private let buffer = Locked(ByteBuffer())

    var bytes: [UInt8] { buffer.with { Array(buffer: $0) } }

    func write(_ part: ByteBuffer) async throws {
        _ = buffer.with { $0.writeImmutableBuffer(part) }
    }

    consuming func finish(_ trailers: HTTPFields?) async throws {}
}
