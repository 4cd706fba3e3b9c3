import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartSupport
import BlueHeartTemplates

/// The folder of schemas that a new file names in its `$schema` line.
///
/// The line is a relative path, so that it holds on every machine that has the files.
enum SchemaFolder {
    /// Finds the product's schemas, or copies schemas beside the new file where the product is
    /// elsewhere.
    ///
    /// - Parameters:
    ///   - folder: the new file's folder, which exists.
    ///   - home: the product's folder.
    /// - Returns: its path relative to `folder`: `schemas`, `../../schemas`.
    static func path(
        from folder: String, home: String, _ files: [FileSchema]
    ) throws(CardError) -> String {
        if let product = productPath(from: folder, home: home) { return product }
        let writer = FileWriter()
        let schemas = "\(folder)/schemas"
        try writer.makeFolder(schemas)
        for schema in files {
            let file = "\(schemas)/\(schema.name).schema.json"
            guard fileKind(at: file) == nil else { continue }
            try writer.write(Array(schema.text(checks: CheckRule.all).utf8), to: file)
        }
        return "schemas"
    }

    /// nil where the folder is not in the product's.
    private static func productPath(from folder: String, home: String) -> String? {
        guard let current = realPath(of: folder), let product = realPath(of: home) else {
            return nil
        }
        guard current == product || current.utf8.starts(with: (product + "/").utf8) else {
            return nil
        }
        let steps = current.utf8.dropFirst(product.utf8.count).count { $0 == UInt8(ascii: "/") }
        let up = Array(repeating: "..", count: steps)
        return (up + ["schemas"]).joined(separator: "/")
    }
}
