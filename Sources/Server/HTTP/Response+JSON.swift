import BlueHeartEngine
import BlueHeartJSON
import BlueHeartSupport
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A JSON document, or 304 to a client that has it.
    static func json(
        _ value: JSONValue, to request: Request, vary: String? = nil, language: String? = nil
    ) -> Response {
        let bytes = Array(value.written().utf8)
        let tag = String(sha256(of: bytes).prefix(32))
        var headers = HTTPFields()
        headers[.eTag] = "\"\(tag)\""
        headers[.vary] = vary
        headers[.contentLanguage] = language
        if request.hasTag(tag) || request.hasAnyTag {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/json"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// One line of plain text.
    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/plain; charset=utf-8"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
