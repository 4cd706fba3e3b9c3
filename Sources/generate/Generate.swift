import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartTemplates
import BlueHeartWords
import Foundation

/// Writes the files that are made from the declarations of the template language, and the lists of
/// formats and parts in others.
///
/// Run from the project's folder: `scripts/generate`.
@main
struct Generate {
    static func main() throws {
        for schema in FileSchema.all {
            try write(schema.text(checks: CheckRule.all), to: "schemas/\(schema.name).schema.json")
        }
        let page = "docs/template-reference.md"
        try write(
            ReferenceTables.updated(
                try String(contentsOfFile: page, encoding: .utf8), files: FileSchema.all),
            to: page)
        for file in PublishedLists.files {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let updated = PublishedLists.updated(text)
            if updated != text { try write(updated, to: file) }
        }
    }

    private static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        print(path)
    }
}
