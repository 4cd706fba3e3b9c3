public import BlueHeartDiagnostics
public import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartSupport
public import BlueHeartWords

/// Writes cards with their sidecars to a folder; safe to use from many threads.
///
/// The files of a card are renamed into place when all of them are written.
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
        try write(card, to: path(of: card, stem: stem))
    }

    /// Writes a card.
    ///
    /// - Parameter picture: the picture's path in the folder, with extension.
    public func write(_ card: Card, to picture: String) throws(CardError) -> [WrittenFile] {
        let prepared = try prepare(card, picture)
        for file in prepared { try file.pending.commit() }
        return prepared.map(\.written)
    }

    func path(of card: Card, stem: String) -> String {
        "\(stem).\(card.record.format.fileExtension)"
    }
}

/// A file with its content, before it is renamed into place.
struct PreparedFile {
    var written: WrittenFile
    var pending: PendingFile
}

extension CardFiles {
    /// Writes the files of a card to temporary names.
    func prepare(_ card: Card, _ picture: String) throws(CardError) -> [PreparedFile] {
        let name = picture.split(separator: "/").last.map { String($0) } ?? picture
        let beside = card.sidecars(besidePicture: name, sidecars)
        let paths = [picture] + beside.map { $0.fileName(besidePicture: picture) }
        for path in paths { try inputs.protect(from: joined(folder, path)) }
        try writer.makeFolder(parentFolder(of: joined(folder, picture)))
        var files = [try prepare(card.bytes, card.record.sha256, picture)]
        for (sidecar, path) in zip(beside, paths.dropFirst()) {
            files.append(try prepare(sidecar.bytes, sha256(of: sidecar.bytes), path))
        }
        return files
    }

    private func prepare(
        _ bytes: [UInt8], _ sha256: String, _ path: String
    ) throws(CardError) -> PreparedFile {
        let pending = try PendingFile(joined(folder, path))
        try pending.write(bytes)
        try pending.complete()
        return PreparedFile(
            written: WrittenFile(path: path, byteCount: bytes.count, sha256: sha256),
            pending: pending)
    }
}
