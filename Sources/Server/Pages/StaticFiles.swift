import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import HTTPTypes
import Hummingbird
import NIOCore

/// Style, scripts and icon of the page, in memory.
///
/// Files are read once, by a fixed list of names. The name in a request is looked up in that list
/// and never becomes a path.
struct StaticFiles: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let mediaType: String
        /// 32 hexadecimal digits of the content's digest.
        let tag: String
    }

    /// Files of the folder `web` with their media types.
    private static let types: [(name: String, mediaType: String)] = [
        ("site.css", "text/css; charset=utf-8"), ("page.js", "text/javascript; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("frame.js", "text/javascript; charset=utf-8"),
        ("photos.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("openapi.json", "application/json"),
    ]

    private let files: [String: File]

    /// - Throws: if a file is missing or cannot be read.
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

    /// Address of a file with its tag, so that caches can keep it for ever.
    func address(of name: String) -> String {
        guard let file = files[name] else { preconditionFailure("web/ has no \(name)") }
        return "/web/\(name)?v=\(file.tag)"
    }

    /// A page that asks for patience is styled, so files have no rate limit.
    var routes: [Route] {
        let files = RouteFacts(pattern: "/web/{name}", rateLimiting: .none, caching: .minutes)
        let document = RouteFacts.api("/openapi.json", query: .only([]), caching: .minutes)
        let robots = RouteFacts(pattern: "/robots.txt", rateLimiting: .none, caching: .minutes)
        let icon = RouteFacts(pattern: "/favicon.ico", rateLimiting: .none, caching: .minutes)
        return [
            Route(files, [.get: file]), Route(document, [.get: self.document]),
            Route(robots, [.get: { _, _ in .text(Self.robots) }]),
            Route(icon, [.get: { request, _ in try answer(request, "icon.svg") }]),
        ]
    }

    /// Rules for search engines: they make no archives.
    ///
    /// Cards stay open to link previews; pages and pictures with somebody's words say `noindex`
    /// themselves.
    private static let robots = "User-agent: *\nDisallow: /v1/drops/"

    @Sendable
    private func file(_ request: Request, _ context: ServerContext) async throws -> Response {
        try answer(request, context.parameters.get("name") ?? "")
    }

    /// The OpenAPI document of the API.
    @Sendable
    private func document(_ request: Request, _ context: ServerContext) async throws -> Response {
        return try answer(request, "openapi.json")
    }

    private func answer(_ request: Request, _ name: String) throws -> Response {
        guard let file = files[name] else { throw Problem.nothingHere }
        var headers = HTTPFields()
        headers[.eTag] = "\"\(file.tag)\""
        if try request.query()["v"] == file.tag {
            headers[.cacheControl] = CachePolicy.forever.rawValue
        }
        if request.hasTag(file.tag) || request.hasAnyTag {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.mediaType
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
    }
}
