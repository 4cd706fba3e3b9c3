import BlueHeartDiagnostics

/// The form in which proxies name their clients.
public enum ForwardingSyntax: Hashable, Sendable {
    /// `X-Forwarded-For`: addresses, with or without port.
    case list
    /// `Forwarded`: elements with `for=`.
    ///
    /// Source: RFC 7239, sections 4 and 6.
    case forwarded

    /// - Parameter header: the name of the header, lowercase.
    public init(header: String) { self = header == "forwarded" ? .forwarded : .list }

    /// The address in one entry; nil if it names none, such as `unknown` or `_hidden`.
    func address(in entry: Substring.UTF8View) -> HostAddress? {
        switch self {
        case .list: return HostAddress(node: unquoted(entry))
        case .forwarded:
            for pair in parts(of: entry, at: UInt8(ascii: ";")) {
                let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
                guard sides.count == 2, unquoted(sides[0]).lowercased() == "for" else { continue }
                return HostAddress(node: unquoted(sides[1]))
            }
            return nil
        }
    }
}

extension HostAddress {
    /// An address with or without port: `192.0.2.1:80`, `[2001:db8::1]:80`, `2001:db8::1`.
    init?(node: String) {
        let bytes = node.utf8
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            guard isPort(bytes[bytes.index(after: end)...]) else { return nil }
            self.init(node[bytes.index(after: bytes.startIndex)..<end])
            return
        }
        let isFour = bytes.contains(UInt8(ascii: "."))
        guard isFour, let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
            isPort(bytes[colon...]), !bytes[..<colon].contains(UInt8(ascii: ":"))
        else {
            self.init(node)
            return
        }
        self.init(node[..<colon])
    }
}

/// True for nothing, or a colon with a port or an obfuscated one.
private func isPort(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first else { return true }
    let port = text.dropFirst()
    return first == UInt8(ascii: ":") && !port.isEmpty && port.count < 20
        && port.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
}

/// The text without blanks around it, and without its quotes and their escapes.
private func unquoted(_ text: Substring.UTF8View) -> String {
    var bytes = text.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    let quote = UInt8(ascii: "\"")
    guard bytes.count > 1, bytes.first == quote, bytes.last == quote else {
        return String(decoding: bytes, as: UTF8.self)
    }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes.dropFirst().dropLast() {
        if byte == UInt8(ascii: "\\"), !isEscaped {
            isEscaped = true
        } else {
            plain.append(byte)
            isEscaped = false
        }
    }
    return String(decoding: plain, as: UTF8.self)
}

/// The parts between separators that stand outside quotes.
func parts(of text: Substring.UTF8View, at separator: UInt8) -> [Substring.UTF8View] {
    var parts: [Substring.UTF8View] = []
    var start = text.startIndex
    var (isQuoted, isEscaped) = (false, false)
    for index in text.indices {
        let byte = text[index]
        if isEscaped {
            isEscaped = false
        } else if isQuoted, byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isQuoted.toggle()
        } else if byte == separator, !isQuoted {
            parts.append(text[start..<index])
            start = text.index(after: index)
        }
    }
    parts.append(text[start...])
    return parts
}
