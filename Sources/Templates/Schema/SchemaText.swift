import BlueHeartJSON

/// JSON text in which every value that fits is on one line.
enum SchemaText {
    private static let width = 120

    static func written(_ value: JSONValue) -> String { text(value, indent: 0, after: 0) + "\n" }

    /// The text of a value.
    ///
    /// - Parameter after: columns before the value on its line.
    private static func text(_ value: JSONValue, indent: Int, after: Int) -> String {
        let line = inline(value)
        if after + line.utf8.count < width { return line }
        let inner = String(repeating: " ", count: indent + 2)
        let parts: [String]
        let brackets: (String, String)
        switch value {
        case .object(let fields):
            brackets = ("{", "}")
            parts = fields.map { field in
                let name = inline(.string(field.name)) + ": "
                return name
                    + text(field.value, indent: indent + 2, after: indent + 3 + name.utf8.count)
            }
        case .array(let elements):
            brackets = ("[", "]")
            parts = elements.map { text($0, indent: indent + 2, after: indent + 3) }
        default: return line
        }
        let body = parts.map { inner + $0 }.joined(separator: ",\n")
        return "\(brackets.0)\n\(body)\n\(String(repeating: " ", count: indent))\(brackets.1)"
    }

    private static func inline(_ value: JSONValue) -> String {
        switch value {
        case .object(let fields):
            let parts = fields.map { "\(inline(.string($0.name))): \(inline($0.value))" }
            return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
        case .array(let elements): return "[\(elements.map(inline).joined(separator: ", "))]"
        default: return value.written(.compact)
        }
    }
}

/// Pieces of templates that an editor offers where a node belongs.
enum NodeSnippets {
    static var json: JSONValue {
        .array(
            snippets.map { label, body in
                ["label": .string(label), "body": body]
            })
    }

    private static let snippets: [(String, JSONValue)] = [
        ("text", ["type": "text", "style": "$1", "words": "$2"]),
        ("frame", ["type": "frame", "direction": "column", "gap": "$1", "children": ["$2"]]),
        ("image", ["type": "image", "source": "$1", "fit": "cover"]),
        ("shape", ["type": "shape", "shape": "rectangle", "fill": "$1"]),
        ("qr", ["type": "qr", "text": "{link.$1}"]),
        (
            "repeat over a list",
            ["type": "repeat", "each": "{$1}", "item": ["type": "text", "text": "{item.$2}"]]
        ),
    ]
}
