import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartSupport
import BlueHeartWords

/// Writes `manifest.json` with constant memory; the file is renamed into place when complete.
///
/// Its content is described by `schemas/manifest.schema.json`. One line per card, so that two
/// manifests can be compared. Owned by one thread.
struct ManifestWriter {
    static let fileName = "manifest.json"
    /// The manifest of an earlier drop, which may name files that have changed since: under this
    /// name while a drop runs, and after one that did not end.
    static let previousName = "manifest.previous.json"

    private let folder: String
    private let file: PendingFile
    private var buffer: [UInt8]
    private var failures: Spool?
    private(set) var totals = DropTotals()

    init(folder: String, kit: String) throws(CardError) {
        self.folder = folder
        let manifest = joined(folder, Self.fileName)
        if fileKind(at: manifest) == .file {
            try moveFile(manifest, to: joined(folder, Self.previousName))
        }
        file = try PendingFile(joined(folder, Self.fileName))
        let name = JSONValue.string(kit).written(.compact)
        buffer = Array("{\n\"version\": 1,\n\"kit\": \(name),\n\"cards\": [".utf8)
    }

    mutating func add(_ card: WrittenCard) throws(CardError) {
        buffer += totals.made == 0 ? "\n".utf8 : ",\n".utf8
        buffer += card.json.written(.compact).utf8
        totals.made += 1
        totals.warnings += card.record.warnings.count
        totals.bytes += card.files.reduce(0) { $0 + $1.byteCount }
        if buffer.count > 1 << 16 { try flush() }
    }

    mutating func add(_ failure: DropFailure) throws(CardError) {
        if failures == nil { failures = try Spool(folder: folder) }
        let line = (totals.failed == 0 ? "\n" : ",\n") + failure.json.written(.compact)
        try failures?.append(Array(line.utf8))
        totals.failed += 1
    }

    /// Writes the end and renames the file into place.
    ///
    /// - Parameter isWhole: true if the drop was not stopped: the earlier manifest is then removed.
    mutating func finish(_ pages: [CardPage], isWhole: Bool) throws(CardError) {
        let lines = pages.map { $0.json.written(.compact) }.joined(separator: ",\n")
        totals.bytes += pages.reduce(0) { $0 + $1.file.byteCount }
        buffer += "\n],\n\"pages\": [\(pages.isEmpty ? "" : "\n" + lines + "\n")],\n".utf8
        buffer += "\"failures\": [".utf8
        try flush()
        if let failures { try failures.forEachPiece(file.write) }
        buffer += failures == nil ? "],\n".utf8 : "\n],\n".utf8
        buffer += "\"totals\": \(totals.json.written(.compact))\n}\n".utf8
        try flush()
        try file.commit()
        if isWhole { try removeFile(joined(folder, Self.previousName)) }
    }

    private mutating func flush() throws(CardError) {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The totals of a drop.
public struct DropTotals: Hashable, Sendable {
    /// Number of cards.
    public var made = 0
    /// Number of cards and whole rows.
    public var failed = 0
    public var warnings = 0
    /// Size of all files except the manifest.
    public var bytes = 0
}
