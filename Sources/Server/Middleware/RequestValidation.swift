import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import HTTPTypes
import Hummingbird

/// Refuses requests whose form leaves doubt about their host or their path.
///
/// Paths of the server are plain: letters, digits, `-`, `.`, `_`, `~` and single slashes.
struct RequestValidation: RouterMiddleware {
    typealias Context = ServerContext

    /// Longest address, in bytes.
    private static let addressLimit = 8_192

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        try checkHost(of: request)
        try checkTarget(request.head.path ?? "")
        return try await next(request, context)
    }

    /// - Source: RFC 9112, section 3.2: a request without or with two `Host` is answered with 400.
    private func checkHost(of request: Request) throws(Problem) {
        let host = HTTPField.Name("host")
        let isTwice = host.map { request.headers[values: $0].isEmpty == false } ?? false
        guard let authority = request.head.authority, !authority.isEmpty, !isTwice else {
            throw Problem(
                .badRequest, "bad-host", "expected one Host header, found none or several")
        }
        guard isHost(authority) else {
            throw Problem(.badRequest, "bad-host", "expected a Host with a name and a port")
        }
    }

    private func checkTarget(_ address: String) throws(Problem) {
        guard address.utf8.count <= Self.addressLimit else {
            throw Problem(
                .uriTooLong, "address-too-long",
                "expected an address of at most \(Self.addressLimit) bytes, found one of "
                    + "\(address.utf8.count)")
        }
        guard address.utf8.first == UInt8(ascii: "/") else {
            throw Problem(
                .badRequest, "bad-address", "expected a path, found another request target")
        }
        guard isPlainPath(address.utf8.prefix { $0 != UInt8(ascii: "?") }) else {
            throw Problem.nothingHere
        }
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .badRequest, "bad-coding",
                "expected an address of ASCII characters; encode others as %XX")
        }
    }
}

private func isPlainPath(_ path: some Collection<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in path {
        switch byte {
        case UInt8(ascii: "."): if last == UInt8(ascii: "/") { return false }
        case UInt8(ascii: "/"): if last == byte { return false }
        case UInt8(ascii: "~"): break
        default: guard byte.isNameByte else { return false }
        }
        last = byte
    }
    return path.count == 1 || last != UInt8(ascii: "/")
}
