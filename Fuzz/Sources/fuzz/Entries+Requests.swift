import BlueHeartAddresses
import BlueHeartHTTPSyntax

/// Readers of what a client of the server sends.
///
/// Each also checks what must hold of every result; a broken claim is a finding.
let requestEntries: [Entry] = [
    Entry(name: "multipart", seeds: ["Fuzz/seeds/multipart"]) { bytes in
        let type = bytes.prefix { $0 != newline }
        let body = Array(bytes.dropFirst(type.count + 1))
        let form = try Multipart(body, type: String(decoding: type, as: UTF8.self))
        precondition(form.parts.count <= Multipart.limit)
        precondition(form.parts.reduce(0) { $0 + $1.bytes.count } <= body.count)
        precondition(form.parts.allSatisfy { !$0.name.isEmpty })
    },
    Entry(name: "query", seeds: ["Fuzz/seeds/query"]) { bytes in
        let query = try Query(reading: String(decoding: bytes, as: UTF8.self))
        precondition(query.pairs.count <= Query.limit)
        let canonical = query.canonical
        let again = try Query(reading: canonical).canonical
        precondition(again.utf8.elementsEqual(canonical.utf8))
    },
    Entry(name: "headers", seeds: ["Fuzz/seeds/headers"]) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let list = AcceptList(text)
        precondition(list.choices.allSatisfy { (0...1_000).contains($0.weight) })
        precondition((0...1_000).contains(list.weight(ofFirst: ["image/png", "image/*", "*/*"])))
        let condition = EntityTagCondition([text])
        precondition(!condition.matchesAny || !condition.contains("a"))
        precondition(EntityTagCondition([text, "W/\"a\""]).contains("a"))
    },
    Entry(name: "forwarded", seeds: ["Fuzz/seeds/forwarded"], run: fuzzForwarded),
]

/// The first line is the address of the connection, the second a trusted range, the others are
/// values of the header.
private func fuzzForwarded(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    guard let connection = HostAddress(lines[0]) else { return }
    let header = Array(lines.dropFirst(2))
    precondition(TrustedProxies([]).client(connection: connection, forwarded: header) == connection)
    guard lines.count > 1, let range = AddressRange(lines[1]) else { return }
    let client = TrustedProxies([range]).client(connection: connection, forwarded: header)
    let origin = ForwardedOrigin(
        forwarded: header.first, proto: header.last, host: header.first)
    precondition(origin.host.map(isHost) ?? true)
    precondition(origin.scheme.map { ["http", "https"].contains($0) } ?? true)
    precondition(range.contains(connection) || client == connection)
}

private let newline = UInt8(ascii: "\n")
