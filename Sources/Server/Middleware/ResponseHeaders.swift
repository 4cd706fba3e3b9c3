import HTTPTypes
import Hummingbird

/// Adds the headers of every response, and those that the route asks for.
///
/// A page sets its own `Content-Security-Policy`; other responses can load and run nothing.
struct ResponseHeaders: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.requestID] = context.id
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; frame-ancestors 'none'; sandbox"
        }
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = context.route.caching.rawValue
        }
        if context.route.origins == .any { response.headers.allowAnyOrigin() }
        return response
    }
}

extension HTTPFields {
    fileprivate mutating func allowAnyOrigin() {
        self[.accessControlAllowOrigin] = "*"
        self[.accessControlExposeHeaders] =
            "ETag, Content-Disposition, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id"
        self[.crossOriginResourcePolicy] = "cross-origin"
    }
}

extension HTTPField.Name {
    static let requestID = named("X-Request-Id")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
    static let xRobotsTag = named("X-Robots-Tag")
    static let forwarded = named("Forwarded")
    static let xForwardedProto = named("X-Forwarded-Proto")
    static let xForwardedHost = named("X-Forwarded-Host")
    static let rateLimit = named("RateLimit")
    static let rateLimitPolicy = named("RateLimit-Policy")

    /// - Precondition: the name is a token.
    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no token") }
        return field
    }
}
