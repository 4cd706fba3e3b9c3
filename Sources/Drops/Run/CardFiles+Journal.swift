import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartScenes
import BlueHeartSupport
import BlueHeartWords

/// A card that a drop has written.
struct FinishedCard: Sendable {
    var card: WrittenCard
    var line: JournalPlace
    /// Files of an earlier state of the card that somebody has changed, and that are left.
    var left: [String]
}

extension CardFiles {
    /// Writes a card of a drop, and removes files of its earlier state that it no longer has.
    ///
    /// At every moment the journal names the files that may be new, old or missing.
    func write(
        _ card: Card, of planned: PlannedCard, _ journal: DropJournal
    ) throws(CardError) -> FinishedCard {
        let item = planned.item
        try journal.note(folder: parentFolder(of: item.stem))
        let prepared = try prepare(card, path(of: card, stem: item.stem))
        try journal.begin(item.identity, prepared.map { OwnedFile(unseen: $0.written) })
        for file in prepared { try file.pending.commit() }
        let written = prepared.map(\.written)
        let left = try removeStale(planned.earlierFiles, except: written)
        let result = WrittenCard(
            record: card.record, row: item.row, key: item.rowKey?.text, files: written)
        let line = JournalCard(result, of: planned, pictures: card.pictures, in: folder).line
        return FinishedCard(card: result, line: try journal.add(line), left: left)
    }

    private func removeStale(
        _ earlier: [OwnedFile], except written: [WrittenFile]
    ) throws(CardError) -> [String] {
        var left: [String] = []
        for file in earlier {
            let isWritten = written.contains { isSameName($0.path, file.path) }
            if !isWritten, !(try file.remove(from: folder)), !left.contains(file.path) {
                left.append(file.path)
            }
        }
        return left
    }
}

extension OwnedFile {
    /// A file that is about to be renamed into place.
    fileprivate init(unseen file: WrittenFile) {
        self.init(
            path: file.path, byteCount: file.byteCount, sha256: file.sha256, modified: nil)
    }
}

extension JournalCard {
    fileprivate init(
        _ card: WrittenCard, of planned: PlannedCard, pictures: [UsedPicture], in folder: String
    ) {
        let item = planned.item
        let namesPlace = card.record.warnings.contains { $0.location != nil }
        var entry = card
        entry.row = nil
        self.init(
            head: Head(
                identity: item.identity, row: item.rowKey?.digest, number: item.rowNumber,
                stem: item.stem, wanted: item.wantedStem),
            place: namesPlace ? planned.place : nil, inputs: planned.inputs, pictures: pictures,
            warningCount: card.record.warnings.count,
            captionText: card.row == nil ? card.record.words.caption.text : "",
            files: card.files.map { OwnedFile($0, in: folder) },
            entry: Array(entry.json.written(.compact).utf8))
    }
}
