public import BlueHeartDiagnostics
import BlueHeartSupport

extension CatalogKit {
    /// A hash of everything the kit's cards depend on, including the program: cards made under
    /// equal fingerprints have equal bytes.
    ///
    /// Reads every file of the kit and its artwork, the lists of fonts and placements, and the
    /// program itself; their paths are not included.
    ///
    /// - Returns: 64 lowercase hexadecimal digits.
    public func fingerprint() throws(CardError) -> String {
        var lines: [String] = []
        try note(&lines, "kit", below: path, depth: 0)
        let artwork = artworkFolder
        if fileKind(at: artwork) == .folder { try note(&lines, "art", below: artwork, depth: 0) }
        try note(&lines, "placements", options.placementsFile)
        try note(&lines, "fonts", options.fontsFolder + "/fonts.json")
        try note(&lines, "program", "/proc/self/exe")
        return sha256(of: Array(lines.joined(separator: "\n").utf8))
    }

    private func note(
        _ lines: inout [String], _ label: String, _ file: String
    ) throws(CardError) {
        // Size limit of a program with symbols.
        let bytes = try document(
            file, "the file", options.limits, kind: .asset, limit: 1 << 30)
        lines.append("\(sha256(of: bytes)) \(label)")
    }

    private func note(
        _ lines: inout [String], _ label: String, below folder: String, depth: Int
    ) throws(CardError) {
        guard depth < 8 else { return }
        for name in try names(in: folder, "the kit") {
            let path = folder + "/" + name
            switch fileKind(at: path) {
            case .folder:
                try note(&lines, label + "/" + name, below: path, depth: depth + 1)
            case .file: try note(&lines, label + "/" + name, path)
            case .other, nil: continue
            }
        }
    }
}
