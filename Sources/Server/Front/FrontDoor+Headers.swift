import Diagnostics
import HTTPTypes
import Hummingbird

extension FrontDoor {
    /// What every answer has.
    ///
    /// A page sets its own `Content-Security-Policy`; everything else may load and run nothing.
    func addHeaders(to response: inout Response, _ request: Request, _ context: CardContext) {
        response.headers[.requestID] = context.id
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; frame-ancestors 'none'; sandbox"
        }
        let path = request.uri.path
        guard path.utf8.starts(with: "/v1/".utf8) || isSameName(path, "/openapi.json") else {
            return
        }
        // Cards are there to be shown by other sites.
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] =
            "ETag, Content-Disposition, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id"
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
    }
}

extension HTTPFields {
    /// - Source: draft-ietf-httpapi-ratelimit-headers-10.
    mutating func addShare(_ verdict: TokenBuckets.Verdict, of buckets: TokenBuckets?) {
        guard let buckets else { return }
        let window = Swift.max(1, Int((Double(buckets.burst) / buckets.rate).rounded(.up)))
        self[.rateLimitPolicy] = "\"client\";q=\(buckets.burst);w=\(window)"
        self[.rateLimit] = "\"client\";r=\(verdict.left);t=\(verdict.wait)"
    }
}

extension HTTPField.Name {
    static let requestID = named("X-Request-Id")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")
    static let rateLimit = named("RateLimit")
    static let rateLimitPolicy = named("RateLimit-Policy")

    /// A name that is a token, as all of ours are.
    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no token") }
        return field
    }
}
