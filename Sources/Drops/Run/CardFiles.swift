public import BlueHeartDiagnostics
public import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartSupport
public import BlueHeartWords

/// Writes cards with their sidecars to a folder; safe to use from many threads.
public struct CardFiles: Sendable {
    let folder: String
    let sidecars: [CardPart.SidecarKind]
    private let inputs: InputFiles
    private let writer = FileWriter()

    /// Prepares a folder.
    ///
    /// - Parameters:
    ///   - sidecars: the sidecars of each picture.
    ///   - inputs: source files that must not be overwritten.
    public init(
        folder: String, sidecars: [CardPart.SidecarKind] = CardPart.SidecarKind.allCases,
        inputs: [String] = []
    ) {
        self.folder = folder
        self.sidecars = sidecars
        self.inputs = InputFiles(inputs)
    }

    /// Writes a card.
    ///
    /// - Parameter stem: the picture's path in the folder, without extension.
    public func write(_ card: Card, stem: String) throws(CardError) -> [WrittenFile] {
        try write(card, to: "\(stem).\(card.record.format.fileExtension)")
    }

    /// Writes a card.
    ///
    /// - Parameter picture: the picture's path in the folder, with extension.
    public func write(_ card: Card, to picture: String) throws(CardError) -> [WrittenFile] {
        let name = picture.split(separator: "/").last.map { String($0) } ?? picture
        let beside = card.sidecars(besidePicture: name, sidecars)
        let paths = [picture] + beside.map { $0.fileName(besidePicture: picture) }
        for path in paths { try inputs.protect(from: joined(folder, path)) }
        try writer.makeFolder(parentFolder(of: joined(folder, picture)))
        try writer.write(card.bytes, to: joined(folder, picture))
        var files = [
            WrittenFile(path: picture, byteCount: card.bytes.count, sha256: card.record.sha256)
        ]
        for sidecar in beside {
            let path = sidecar.fileName(besidePicture: picture)
            try writer.write(sidecar.bytes, to: joined(folder, path))
            files.append(
                WrittenFile(
                    path: path, byteCount: sidecar.bytes.count,
                    sha256: sha256(of: sidecar.bytes)))
        }
        return files
    }
}
