import BlueHeartDrawing

/// An entry of the property `filter`.
enum FilterValue: Hashable, Sendable {
    case reference(Reference)
    case function(String, [String])
    /// Written, but not to be read: the whole property then counts as none.
    case damaged

    static func list(_ text: String) -> [FilterValue] {
        if text == "none" { return [] }
        var cursor = TextCursor(text)
        var result: [FilterValue] = []
        cursor.skipBlanks()
        while !cursor.isAtEnd, result.count < 32 {
            let start = cursor.offset
            let name = cursor.name().asciiLowercased
            guard cursor.accept(UInt8(ascii: "(")) else { return [.damaged] }
            let argument = cursor.argument()
            guard cursor.accept(UInt8(ascii: ")")) else { return [.damaged] }
            if name == "url" {
                let whole = String(decoding: cursor.bytes[start..<cursor.offset], as: UTF8.self)
                guard let found = BlueHeartArtwork.reference(whole) else { return [.damaged] }
                result.append(.reference(found))
            } else {
                result.append(.function(name, Self.arguments(argument)))
            }
            cursor.skipBlanks()
        }
        return result
    }

    /// The parts between blanks that stand outside of brackets.
    private static func arguments(_ text: String) -> [String] {
        var parts: [[UInt8]] = [[]]
        var depth = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if byte.isBlank, depth == 0 {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        return parts.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }
}
