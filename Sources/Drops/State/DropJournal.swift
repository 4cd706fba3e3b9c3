import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartSupport
import Synchronization

/// The journal of a drop's folder: a JSON line for each card that is begun, and each finished.
///
/// It makes a drop go on after it was killed, and tells which files of the folder are ours. It is
/// written from the first card that is made, by all workers, and replaced by a list of finished
/// cards at the end. It is for one machine: it has times of files, and is no part of what a drop
/// delivers.
final class DropJournal: Sendable {
    static let fileName = ".blueheart-drop.jsonl"
    /// The last line of the journal of a drop that ended.
    static let endLine = Array("{\"end\":true}\n".utf8)
    static let firstLine = Array("{\"journal\":1}\n".utf8)

    let folder: String
    private let state: Mutex<State>

    private struct State: ~Copyable {
        var file: AppendedFile?
        /// Folders that may contain hidden files.
        var folders: Set<String> = []
    }

    init(folder: String) {
        self.folder = folder
        state = Mutex(State())
    }

    /// True if this drop has changed a file.
    var isOpen: Bool { state.withLock { $0.file != nil } }

    var path: String { joined(folder, Self.fileName) }

    /// Announces hidden files in a folder, relative to the drop's.
    func note(folder: String) throws(CardError) {
        try append(line(["folder": .string(folder)]), onceFor: folder)
    }

    /// Announces that the files of a card are about to be replaced.
    func begin(_ identity: CardIdentity, _ files: [OwnedFile]) throws(CardError) {
        let files = JSONValue.array(files.map(\.json))
        try append(line(["begin": .string(identity.digits), "files": files]))
    }

    /// Records a finished card, or other lines.
    ///
    /// - Returns: the place of the bytes in the file.
    @discardableResult
    func add(_ lines: [UInt8]) throws(CardError) -> JournalPlace { try append(lines) }

    /// Appends lines; those of a folder only once.
    @discardableResult
    private func append(
        _ lines: [UInt8], onceFor name: String? = nil
    ) throws(CardError) -> JournalPlace {
        let folder = folder
        let result = state.withLock { state in
            Result { () throws(CardError) -> JournalPlace in
                if let name, !state.folders.insert(name).inserted {
                    return JournalPlace(offset: 0, count: 0)
                }
                if state.file == nil { state.file = try openJournal(in: folder) }
                let offset = try state.file?.append(lines) ?? 0
                return JournalPlace(offset: offset, count: lines.count)
            }
        }
        return try result.get()
    }

    private func line(_ value: JSONValue) -> [UInt8] {
        Array((value.written(.compact) + "\n").utf8)
    }
}

/// Opens the journal; the manifest, which may now become wrong, is set aside before.
private func openJournal(in folder: String) throws(CardError) -> AppendedFile {
    try ManifestWriter.setAside(in: folder)
    let file = try AppendedFile(joined(folder, DropJournal.fileName))
    // An earlier line may have been cut off.
    try file.append(file.byteCount == 0 ? DropJournal.firstLine : [UInt8(ascii: "\n")])
    return file
}

/// The place of a line in the journal.
struct JournalPlace: Hashable, Sendable {
    var offset: Int
    /// Number of bytes, with the line feed.
    var count: Int
}
