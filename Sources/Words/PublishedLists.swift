import BlueHeartDiagnostics
import BlueHeartFormats

/// Lists of formats and parts in files that other programs and people read.
///
/// `scripts/generate` writes them, a test compares them with the tables.
public enum PublishedLists {
    /// Files with such lists, relative to the project's folder.
    public static let files = [
        "schemas/card.schema.json", "schemas/manifest.schema.json",
        "schemas/placements.schema.json",
        "web/openapi.json", "docs/cli.md", "docs/http.md",
        "docs/template-reference.md",
    ]

    private static let names = ImageFormat.written.map(\.rawValue)

    /// The text with every list as the tables have it.
    public static func updated(_ text: String) -> String {
        var text = text
        // "enum": ["png", "jpg"]
        text.replace(/\["png"(, "[a-z]+")*\]/) { _ in "[\(quotedNames.joined(separator: ", "))]" }
        // The same with a line for each.
        text.replace(/\[(?<space>\s+)"png"(,\s+"[a-z]+")*(?<end>\s+)\]/) { list in
            let separator = "," + list.space
            return "[\(list.space)\(quotedNames.joined(separator: separator))\(list.end)]"
        }
        // "content": { "image/png": {}, "image/jpeg": {} }
        text.replace(
            /"image\/png": \{\},(?<space>\s+)"image\/[a-z]+": \{\}(,\s+"image\/[a-z]+": \{\})*/
        ) {
            list in
            ImageFormat.written.map { "\"\($0.mediaType)\": {}" }
                .joined(separator: "," + list.space)
        }
        // "pattern": "^(png|jpg|alt\\.txt)$"
        text.replace(/\^\(png\|[^\)]*\)\$/) { _ in pattern }
        // `png`, `jpg` or `webp`
        text.replace(/`png`(, `[a-z]+`)* or `[a-z]+`/) { _ in alternatives(names.map { "`\($0)`" })
        }
        // {placement}.{png,jpg,webp}
        text.replace(/\{png,[a-z,]+\}/) { _ in "{\(names.joined(separator: ","))}" }
        return text
    }

    private static var quotedNames: [String] { names.map { "\"\($0)\"" } }

    /// Endings of a card's addresses, as a regular expression in a JSON string.
    private static var pattern: String {
        let endings = CardPart.all(network: "NETWORK").map { part in
            part.suffix.dropFirst().replacing(".", with: #"\\."#)
                .replacing("NETWORK", with: "[a-z-]+")
        }
        return "^(\(endings.joined(separator: "|")))$"
    }
}
