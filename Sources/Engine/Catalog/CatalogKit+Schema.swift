public import BlueHeartDiagnostics
public import BlueHeartPlacements
import BlueHeartSupport
public import BlueHeartTemplates

extension CatalogKit {
    /// The names that a schema for this kit's files lists.
    ///
    /// - Parameter placements: all placements there are.
    public func schemaNames(placements: [Placement]) throws(CardError) -> SchemaNames {
        let own = kit.languages[0].language
        let artwork = artworkFolder
        return SchemaNames(
            kit: kit, placements: placements.map(\.name), keys: try words(in: own).keys,
            artwork: fileKind(at: artwork) == .folder ? try pictures(in: artwork, depth: 0) : [],
            templates: try templateNames())
    }

    /// Paths of all files in a folder of artwork and the folders in it, as templates write them.
    private func pictures(in folder: String, depth: Int) throws(CardError) -> [String] {
        guard depth < 8 else { return [] }
        var paths: [String] = []
        for name in try names(in: folder, "the kit's artwork") {
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
