import Engine
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    /// A list of ours, which changes with the kit only.
    static func json(
        _ value: JSONValue, to request: Request, vary: String? = nil, language: String? = nil
    ) -> Response {
        let bytes = Array(value.written().utf8)
        let tag = String(sha256(of: bytes).prefix(32))
        var headers = HTTPFields()
        headers[.eTag] = "\"\(tag)\""
        headers[.cacheControl] = "public, max-age=300"
        headers[.vary] = vary
        headers[.contentLanguage] = language
        if request.hasAlready(tag) || request.hasAnything {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/json"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A line of text that must not be kept.
    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/plain; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
