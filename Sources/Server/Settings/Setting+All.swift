import BlueHeartDiagnostics
import BlueHeartHTTPSyntax

extension Setting {
    /// All settings in the order of the help.
    public static let all: [Setting] =
        places + [
            .whole(
                "workers", "count", in: 1...256, to: \.workers,
                "Threads that render cards. Default: one for each core."),
            .whole(
                "queue", "count", in: 1...10_000, to: \.queue,
                "Cards that wait for a thread; more requests get 503."),
            .whole(
                "cache-mib", "MiB", in: 1...1_000_000, times: 1 << 20, to: \.sharedCacheBytes,
                "Cache for cards that everybody can request."),
            .whole(
                "personal-cache-mib", "MiB", in: 1...1_000_000, times: 1 << 20,
                to: \.personalCacheBytes, "Cache for cards with people's own words."),
            .whole(
                "connections", "count", in: 1...100_000, to: \.connections,
                "Open connections; more wait to be accepted."),
            .whole(
                "client-connections", "count", in: 1...100_000, to: \.clientConnections,
                "Open connections of one address; more are closed. Trusted proxies have no limit."),
            .whole(
                "uploads", "count", in: 1...1_000, to: \.uploads,
                "Photos of up to 8 MiB received at the same time, half of them from one client; more requests get 503."
            ),
            .whole(
                "photo-mib", "MiB", in: 1...1_000_000, times: 1 << 20, to: \.photoBytes,
                "Memory for photos that are being decoded; others wait."),
            .whole(
                "photo-seconds", "seconds", in: 1...60, to: \.photoSeconds,
                "CPU time for decoding one photo; twice as much on the clock."),
        ] + clients + signing + times

    private static let places: [Setting] = [
        Setting("host", "address", standard: "127.0.0.1", "The address to listen on.") {
            (settings, text) throws(SettingFault) in
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                throw SettingFault(expected: "a host's name or address")
            }
            settings.host = text
        },
        .whole("port", "number", in: 0...65_535, to: \.port, "The port; 0 lets the system choose."),
        Setting(
            "site", "address", standard: "",
            "Public address of the site: https://cards.example.org. Default: the Host of each request."
        ) { (settings, text) throws(SettingFault) in
            let rest =
                text.utf8.starts(with: "https://".utf8)
                ? text.dropFirst(8)
                : text.utf8.starts(with: "http://".utf8) ? text.dropFirst(7) : ""
            guard text.isEmpty || !rest.isEmpty && rest.utf8.allSatisfy(isHostByte) else {
                throw SettingFault(expected: "https:// and a host, without a path")
            }
            settings.site = text.isEmpty ? nil : text
        },
    ]

    private static let clients: [Setting] = [
        Setting(
            "rate", "number", standard: "20",
            "Sustained requests per second of a client; 0: no limit."
        ) { (settings, text) throws(SettingFault) in
            guard let number = Double(text), (0...1e6).contains(number) else {
                throw SettingFault(expected: "a number from 0 to 1000000")
            }
            settings.requestsPerSecond = number
        },
        .whole(
            "burst", "count", in: 1...1_000_000, to: \.burst,
            "Requests that a client can send at once."),
        Setting(
            "trusted-proxies", "ranges", standard: "",
            "Addresses of proxies: 127.0.0.1,10.0.0.0/8. Only their client header is believed."
        ) { (settings, text) throws(SettingFault) in
            settings.trustedProxies = try text.split(separator: ",").map {
                (part) throws(SettingFault) in
                let range = String(part.filter { $0 != " " })
                guard let range = AddressRange(range) else {
                    throw SettingFault(expected: "addresses or ranges like 10.0.0.0/8")
                }
                return range
            }
        },
        Setting(
            "client-header", "name", standard: "x-forwarded-for",
            "The header in which a trusted proxy names the client, as X-Forwarded-For or Forwarded does."
        ) { (settings, text) throws(SettingFault) in
            guard !text.isEmpty, text.utf8.allSatisfy(isHeaderNameByte) else {
                throw SettingFault(expected: "the name of a header")
            }
            settings.clientHeader = text.lowercased()
        },
    ]

    private static let signing: [Setting] = [
        Setting(
            "keys", "file", standard: "",
            "Keys of signed addresses: {\"keys\": [{\"id\": …, \"secret\": …}]}."
        ) { (settings, text) throws(SettingFault) in
            settings.keysFile = text.isEmpty ? nil : text
        },
        .choice(
            "signatures", to: \.signatures,
            "Signed addresses for cards with people's own words."),
        .choice(
            "attributions", to: \.attributions,
            "Cards that attribute own words to others, such as quotations: with a signed address, or open."
        ),
    ]

    private static let times: [Setting] = [
        .whole(
            "request-seconds", "seconds", in: 1...3_600, to: \.requestSeconds,
            "Time limit for a request to arrive."),
        .whole(
            "head-seconds", "seconds", in: 1...3_600, to: \.headSeconds,
            "Time limit for the head of the first request of a connection."),
        .whole(
            "idle-seconds", "seconds", in: 1...3_600, to: \.idleSeconds,
            "Time limit of a connection without a request."),
        .whole(
            "drain-seconds", "seconds", in: 0...3_600, to: \.drainSeconds,
            "Time limit for open requests after the server is asked to stop."),
        .choice("log-level", to: \.logLevel, "Lowest level that is logged."),
    ]
}

private func isHostByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "-.:[]".utf8.contains(byte)
}

private func isHeaderNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-")
}
