/// Text made safe for a page: between tags, and in values in double quotes.
///
/// Works on bytes: a combining mark after `<` must not hide it. Control characters, which HTML
/// does not allow, become U+FFFD.
func escapedForHTML(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        case UInt8(ascii: "`"): bytes += "&#96;".utf8
        case UInt8(ascii: "="): bytes += "&#61;".utf8
        case UInt8(ascii: "\r"): bytes += "&#13;".utf8
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
        case 0...0x1F, 0x7F: bytes += "\u{FFFD}".utf8
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
