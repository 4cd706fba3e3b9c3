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
    private let file: ChangedFile
    private var buffer: [UInt8]
    private var failures: Spool?
    private var kept: [UInt8] = []
    var totals = DropTotals()

    /// Prepares the manifest of a folder; the file is replaced only if its content changes.
    init(folder: String, kit: String) {
        self.folder = folder
        let path = joined(folder, Self.fileName)
        let previous = joined(folder, Self.previousName)
        file = ChangedFile(path, earlier: fileKind(at: path) == nil ? previous : path)
        let name = JSONValue.string(kit).written(.compact)
        buffer = Array("{\n\"version\": 1,\n\"kit\": \(name),\n\"cards\": [".utf8)
    }

    /// Gives the manifest its other name, before a file that it names is changed.
    static func setAside(in folder: String) throws(CardError) {
        let path = joined(folder, fileName)
        if fileKind(at: path) == .file { try moveFile(path, to: joined(folder, previousName)) }
    }

    mutating func add(_ card: WrittenCard) throws(CardError) {
        try addCard(Array(card.json.written(.compact).utf8))
        totals.warnings += card.record.warnings.count
        totals.bytes += card.files.reduce(0) { $0 + $1.byteCount }
    }

    /// Adds a card of an earlier drop that has not changed.
    mutating func add(_ card: JournalCard, row: Int?) throws(CardError) {
        try addCard(card.entry(row: row))
        totals.unchanged += 1
        totals.warnings += card.warningCount
        totals.bytes += card.byteCount
    }

    /// Adds a card of an earlier drop that this one does not have, or could not make.
    mutating func add(kept card: JournalCard) throws(CardError) {
        kept += totals.kept == 0 ? "\n".utf8 : ",\n".utf8
        kept += card.entry
        totals.kept += 1
    }

    private mutating func addCard(_ entry: [UInt8]) throws(CardError) {
        buffer += totals.made == 0 ? "\n".utf8 : ",\n".utf8
        buffer += entry
        totals.made += 1
        if buffer.count > 1 << 16 { try flush() }
    }

    mutating func add(_ failure: DropFailure) throws(CardError) {
        if failures == nil { failures = try Spool(folder: folder) }
        let line = (totals.failed == 0 ? "\n" : ",\n") + failure.json.written(.compact)
        try failures?.append(Array(line.utf8))
        totals.failed += 1
    }

    /// Writes the end, and renames the file into place if it has changed.
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
        if !kept.isEmpty { buffer += "\"kept\": [".utf8 + kept + "\n],\n".utf8 }
        buffer += "\"totals\": \(totals.json.written(.compact))\n}\n".utf8
        try flush()
        if !(try file.commit()), fileKind(at: joined(folder, Self.fileName)) == nil {
            // Set aside, and right as it was.
            try moveFile(joined(folder, Self.previousName), to: joined(folder, Self.fileName))
        }
        if isWhole { try removeFile(joined(folder, Self.previousName)) }
    }

    private mutating func flush() throws(CardError) {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The totals of a drop.
public struct DropTotals: Hashable, Sendable {
    /// Number of cards, with the unchanged ones.
    public var made = 0
    /// Number of cards that were there already.
    public var unchanged = 0
    /// Number of cards of earlier drops that stay, and are not among this one's.
    public var kept = 0
    /// Number of cards of earlier drops that were removed.
    public var pruned = 0
    /// Number of cards and whole rows.
    public var failed = 0
    public var warnings = 0
    /// Size of all files except the manifest.
    public var bytes = 0
}
