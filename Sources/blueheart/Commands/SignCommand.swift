import ArgumentParser
import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import Glibc

struct SignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign addresses of cards, for a server that requires signatures.",
        discussion: """
            Takes full addresses, or paths with their query; - reads them from standard input, one \
            per line. Writes the signed addresses, one per line, in the same order. The signature \
            covers the path, every name and value of the query, and the time of expiry, but not \
            the host. A signature already in an address is replaced.

            The key file is that of the server (blueheart serve --keys). By default its first key \
            signs.

            Examples:
              blueheart sign --keys keys.json "/v1/cards/blue-heart/supporter/x.png?name=Jo"
              blueheart sign --keys keys.json --until 2026-12-10 - < addresses.txt
            """)

    @Option(
        help: ArgumentHelp("Key file of the server.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var keys: String

    @Option(
        help: ArgumentHelp("Name of the key to sign with. Default: the first key.", valueName: "id")
    )
    var key: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Time until the addresses expire: 90s, 30m, 12h, 7d. Default: 30d.",
            valueName: "time"))
    var span: AddressSpan?

    @Option(
        help: ArgumentHelp(
            "Expiry as a date (end of the day, UTC) or in seconds since 1970.",
            valueName: "day"))
    var until: AddressExpiry?

    @Argument(
        help: ArgumentHelp(
            "Addresses to sign; - reads them from standard input.", valueName: "address"))
    var addresses: [String]

    func validate() throws {
        guard span == nil || until == nil else {
            throw ValidationError("--for contradicts --until; give one of them")
        }
        if let until, until.seconds <= time(nil) {
            throw ValidationError("--until is in the past")
        }
    }

    func run() throws {
        try reporting { () throws(CardError) in
            let signer = AddressSigner(try signingKeys())
            let expires = until?.seconds ?? time(nil) + (span ?? .standard).seconds
            let signed = try lines().map { (line) throws(CardError) in
                try SignableAddress(reading: line).signed(by: signer, expires: expires)
            }
            try Console.tell(signed.joined(separator: "\n"))
        }
    }

    private func signingKeys() throws(CardError) -> SigningKeys {
        let all = try SigningKeys.read(
            try InputFile(keys).readAll(limit: 1 << 16), file: keys)
        guard let key else { return all }
        guard let found = all.signing(with: key) else {
            let ids = all.keys.map(\.id)
            throw CardError(
                .data,
                Diagnostic(
                    code: "unknown-key",
                    "\(quoted(keys, limit: 300)) has no key \(quoted(key))",
                    hint: nameHint(for: key, among: ids)))
        }
        return found
    }

    /// The arguments, with `-` replaced by the lines of standard input.
    private func lines() throws(CardError) -> [String] {
        var lines: [String] = []
        for address in addresses {
            guard address == "-" else {
                lines.append(address)
                continue
            }
            let text = String(
                decoding: try InputFile("-").readAll(limit: 64 << 20), as: UTF8.self)
            lines += text.split(whereSeparator: \.isNewline).map { String($0) }
        }
        return lines
    }
}

/// A complete URL, or a path with its query.
struct SignableAddress {
    /// `https://cards.example.org`, or empty.
    let host: String
    let path: String
    let query: Query

    /// Reads an address.
    ///
    /// - Throws: if it is not a valid address of a server.
    init(reading text: String) throws(CardError) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            throw Self.fault(
                text, "expected an address without spaces and #, in ASCII",
                hint: "write other characters as %XX")
        }
        let scheme = ["https://", "http://"].first { text.utf8.starts(with: $0.utf8) } ?? ""
        let afterScheme = text.dropFirst(scheme.count)
        host = scheme + (scheme.isEmpty ? "" : afterScheme.prefix { $0 != "/" })
        let target = text.dropFirst(host.count)
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard target.utf8.first == UInt8(ascii: "/"), host.count != scheme.count || scheme.isEmpty
        else {
            throw Self.fault(
                text, "expected https://, a host and a path, or a path that begins with /",
                hint: "/v1/cards/blue-heart/supporter/square.png?name=Amina")
        }
        path = String(parts[0])
        do throws(QueryFault) {
            query = try Query(reading: parts.count > 1 ? String(parts[1]) : "")
        } catch {
            throw Self.fault(text, "the query cannot be read: \(error.sentence)")
        }
    }

    func signed(by signer: AddressSigner, expires: Int) -> String {
        host + signer.signed(path: path, query: query, expires: expires)
    }

    private static func fault(_ text: String, _ message: String, hint: String? = nil) -> CardError {
        CardError(
            .data,
            Diagnostic(
                code: "bad-address", "\(message), found \(quoted(text, limit: 300))", hint: hint))
    }
}

extension QueryFault {
    fileprivate var sentence: String {
        switch self {
        case .badCoding(let part):
            "expected UTF-8, each % followed by two hexadecimal digits, at \(quoted(part))"
        case .doubled(let name): "\(quoted(name)) is given twice"
        case .emptyName: "a value has no name"
        case .tooMany(let limit): "it has more than \(limit) parameters"
        }
    }
}
