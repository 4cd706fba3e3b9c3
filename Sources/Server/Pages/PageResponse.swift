import BlueHeartMarkup
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// `Content-Security-Policy` of pages: own styles, scripts and pictures, and pictures made in the
    /// browser.
    static let pagePolicy = [
        "default-src 'none'", "img-src 'self' blob: data:", "style-src 'self'",
        "script-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    /// - Parameter isPersonal: true for a page with somebody's own words.
    static func page(
        _ page: HTML, language: String, status: HTTPResponse.Status = .ok,
        isPersonal: Bool = false
    ) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentLanguage] = language
        headers[.contentSecurityPolicy] = pagePolicy
        headers[.vary] = "Accept-Language"
        if isPersonal { headers.keepPrivate(.revalidated) }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.source)))
    }
}

extension HTTPFields {
    /// Keeps a response with somebody's own words out of shared caches and search engines.
    mutating func keepPrivate(_ policy: CachePolicy) {
        self[.cacheControl] = policy.forOneClient
        self[.xRobotsTag] = "noindex"
    }
}
