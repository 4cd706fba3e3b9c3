import BlueHeartJSON
import HTTPTypes
import Hummingbird
import NIOCore

extension Problem {
    func response(to request: Request) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        let body = ByteBuffer(string: json.written())
        let response = Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Response to an error of a handler; nil for one that a client cannot cause.
    init?(thrown error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as HTTPError where error.status == .notFound:
            self = .nothingHere
        case let error as HTTPError where error.status == .contentTooLarge:
            self = Problem(.contentTooLarge, "body-too-large", "the body exceeds its limit")
        case let error as HTTPError:
            self = Problem(error.status, "bad-request", "malformed request")
        default: return nil
        }
    }
}
