import Addresses
import Diagnostics
import Engine
import HTTPTypes
import Hummingbird
import NIOCore

/// The page's style, script and pictures, held in memory.
///
/// They are read once, by the names that stand here; what a client asks for is looked up among
/// these names and never becomes a path.
struct StaticFiles: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let mediaType: String
        /// 32 hexadecimal digits of the content's digest.
        let tag: String
    }

    /// Every file of the folder `web`, with its type.
    private static let types: [(name: String, mediaType: String)] = [
        ("site.css", "text/css; charset=utf-8"), ("site.js", "text/javascript; charset=utf-8"),
        ("frame.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("openapi.json", "application/json"),
    ]

    private let files: [String: File]

    /// - Throws: where a file is missing or cannot be read.
    init(folder: String) throws(CardError) {
        var files: [String: File] = [:]
        for (name, mediaType) in Self.types {
            let bytes = try InputFile("\(folder)/\(name)").readAll(limit: 1 << 20)
            files[name] = File(
                bytes: ByteBuffer(bytes: bytes), mediaType: mediaType,
                tag: String(sha256(of: bytes).prefix(32)))
        }
        self.files = files
    }

    /// The address of a file, which names its content and so may be kept for ever.
    func address(of name: String) -> String {
        guard let file = files[name] else { preconditionFailure("web/ has no \(name)") }
        return "/web/\(name)?v=\(file.tag)"
    }

    func add(to router: Router<CardContext>) {
        router.serve("/web/:name", [.get: file])
        router.serve("/openapi.json", [.get: document])
    }

    @Sendable
    private func file(_ request: Request, _ context: CardContext) async throws -> Response {
        try answer(request, context.parameters.get("name") ?? "")
    }

    /// What the addresses under `/v1/` take and answer.
    @Sendable
    private func document(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        return try answer(request, "openapi.json")
    }

    private func answer(_ request: Request, _ name: String) throws -> Response {
        guard let file = files[name] else {
            throw Problem.notFound("not-found", "there is nothing at this address")
        }
        var headers = HTTPFields()
        headers[.eTag] = "\"\(file.tag)\""
        let isVersioned = try request.query()["v"] == file.tag
        headers[.cacheControl] =
            isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=300"
        let hasAlready = request.hasAlready(file.tag) || request.hasAnything
        if hasAlready { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = file.mediaType
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
    }
}
