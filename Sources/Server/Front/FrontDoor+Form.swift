import Diagnostics
import HTTPTypes
import Hummingbird

extension FrontDoor {
    /// Longest address that is taken, in bytes.
    static var addressLimit: Int { 8_192 }

    /// Refuses requests whose form leaves doubt about what is asked for, or of whom.
    ///
    /// Our own addresses have plain paths: letters, digits, `-`, `.`, `_`, `~` and single slashes.
    ///
    /// - Source: RFC 9112, section 3.2: a request without or with two `Host` is answered 400.
    func checkForm(of request: Request) throws(Problem) {
        let host = HTTPField.Name("host")
        let isTwice = host.map { request.headers[values: $0].isEmpty == false } ?? false
        guard let authority = request.head.authority, !authority.isEmpty, !isTwice else {
            throw Problem(.badRequest, "bad-host", "expected one Host, found none or several")
        }
        guard authority.utf8.allSatisfy(isAuthorityByte), authority.utf8.count <= 255 else {
            throw Problem(.badRequest, "bad-host", "expected a Host of a name and a port")
        }
        let address = request.head.path ?? ""
        guard address.utf8.count <= Self.addressLimit else {
            throw Problem(
                .uriTooLong, "address-too-long",
                "expected an address of at most \(Self.addressLimit) bytes, found one of "
                    + "\(address.utf8.count)")
        }
        guard address.utf8.first == UInt8(ascii: "/") else {
            throw Problem(.badRequest, "bad-address", "expected a path, found another target")
        }
        guard isPlainPath(address.utf8.prefix { $0 != UInt8(ascii: "?") }) else {
            throw Problem.notFound("not-found", "there is nothing at this address")
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
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            break
        case UInt8(ascii: "."): if last == UInt8(ascii: "/") { return false }
        case UInt8(ascii: "/"): if last == byte { return false }
        default: return false
        }
        last = byte
    }
    return path.count == 1 || last != UInt8(ascii: "/")
}

private func isAuthorityByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
        true
    default: false
    }
}
