public import Diagnostics
import Placements
public import Templates

extension CardEngine {
    /// The names that a schema for one kit's files lists.
    ///
    /// - Parameter name: of the kit, or the path of its folder.
    public func schemaNames(ofKit name: String) throws(CardError) -> SchemaNames {
        let folder = try library.kit(name)
        let own = folder.kit.languages.first?.language
        var keys: [String] = []
        if let own { keys = try library.words(own, of: folder).keys }
        let artwork = library.artworkFolder(of: folder)
        return SchemaNames(
            kit: folder.kit, placements: try placements().map(\.name), keys: keys,
            artwork: fileKind(at: artwork) == .folder ? try pictures(in: artwork, depth: 0) : [])
    }

    /// Paths of all files in a folder of artwork and the folders in it, as templates write them.
    private func pictures(in folder: String, depth: Int) throws(CardError) -> [String] {
        guard depth < 8 else { return [] }
        var paths: [String] = []
        for name in try library.names(in: folder, "the kit's artwork") {
            switch fileKind(at: "\(folder)/\(name)") {
            case .file: paths.append(name)
            case .folder:
                paths += try pictures(in: "\(folder)/\(name)", depth: depth + 1)
                    .map { "\(name)/\($0)" }
            default: break
            }
        }
        return paths
    }
}
