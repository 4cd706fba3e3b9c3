import BlueHeartDiagnostics

/// Scheme and host by which people reached a proxy, from the proxy's headers.
///
/// Believe them only of a trusted proxy. The first element is the proxy nearest to the client.
///
/// - Source: RFC 7239, section 4; `X-Forwarded-Proto` and `X-Forwarded-Host` by convention.
public struct ForwardedOrigin: Hashable, Sendable {
    /// `http` or `https`.
    public var scheme: String?
    /// Host with its port, if any.
    public var host: String?

    /// - Parameters:
    ///   - forwarded: value of `Forwarded`, which overrides the others.
    ///   - proto: value of `X-Forwarded-Proto`.
    ///   - host: value of `X-Forwarded-Host`.
    public init(forwarded: String?, proto: String?, host: String?) {
        let fields = forwarded.map(Self.fields) ?? [:]
        let scheme = (fields["proto"] ?? proto.map(firstElement))?.lowercased()
        self.scheme = scheme == "http" || scheme == "https" ? scheme : nil
        let named = fields["host"] ?? host.map(firstElement)
        self.host = named.flatMap { isHost($0) ? $0 : nil }
    }

    /// Fields of the first element of `Forwarded`.
    private static func fields(_ header: String) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in firstElement(header).utf8.split(separator: UInt8(ascii: ";")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            fields[text(parts[0]).lowercased()] = text(parts[1])
        }
        return fields
    }

    /// Text without white space and quotation marks around it.
    private static func text(_ bytes: Substring.UTF8View) -> String {
        let isPadding = { (byte: UInt8) in [0x20, 0x09, UInt8(ascii: "\"")].contains(byte) }
        let start = bytes.drop(while: isPadding)
        return String(
            decoding: Array(start.reversed().drop(while: isPadding).reversed()), as: UTF8.self)
    }
}

/// The first element of a list, without white space around it.
private func firstElement(_ header: String) -> String {
    let bytes = header.utf8.prefix { $0 != UInt8(ascii: ",") }
    return String(decoding: bytes.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
}

/// True for a name or address with a port, if any: `cards.example.org:8443`, `[::1]:80`.
///
/// - Source: RFC 3986, section 3.2, without user information and percent-encoding.
public func isHost(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "[") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")),
            HostAddress(String(decoding: rest[..<end].dropFirst(), as: UTF8.self)) != nil
        else { return false }
        rest = rest[end...].dropFirst()
    } else {
        let name = rest.prefix { $0 != UInt8(ascii: ":") }
        let isName = name.allSatisfy { $0.isASCIILetterOrDigit || "-._".utf8.contains($0) }
        guard !name.isEmpty, name.count <= 255, isName, name.first != UInt8(ascii: "."),
            name.first != UInt8(ascii: "-")
        else { return false }
        rest = rest.dropFirst(name.count)
    }
    guard let colon = rest.first else { return true }
    let port = rest.dropFirst()
    let isNumber = port.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return colon == UInt8(ascii: ":") && isNumber && (1...5).contains(port.count)
}
