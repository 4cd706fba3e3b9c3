import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartSupport

/// The cards that earlier drops made in a folder, as its journal tells.
///
/// Owned by one thread. Needs about 100 bytes a card; the cards themselves stay on disk.
final class DropState {
    private struct Known {
        /// Its last finished line; nil for a card that was only begun.
        var place: JournalPlace?
        /// Lines that began to replace its files, and were not followed by a finished one.
        var begun: [JournalPlace] = []
        var isInThisDrop = false
    }

    private let folder: String
    private let file: ReadableFile?
    private var known: [UInt64: Known] = [:]
    /// Owners of names, by the index of the name.
    private var owners: [UInt64: UInt64] = [:]
    private var rowNumbers = RowNumbers()
    private(set) var pages: [OwnedFile] = []
    /// Folders that may contain hidden files of a drop that was killed.
    private(set) var folders: Set<String> = [""]
    /// True if the last drop ended, or there was none.
    private(set) var isEnded = true
    /// The card that was read last.
    private var last: (index: UInt64, card: JournalCard?)?

    /// Reads the journal of a folder; one that is missing knows no cards.
    init(folder: String) {
        self.folder = folder
        file = ReadableFile(joined(folder, DropJournal.fileName))
        file?.forEachLine { take($0, at: $1) }
    }

    var isEmpty: Bool { known.isEmpty }

    private func take(_ line: ArraySlice<UInt8>, at place: JournalPlace) {
        guard !line.isEmpty else { return }
        let isEnd = line.elementsEqual(DropJournal.endLine.dropLast())
        isEnded = isEnd
        if isEnd { return }
        if let head = JournalCard.head(of: line) {
            take(head, at: place)
            return
        }
        guard let node = document(Array(line)) else { return }
        if let digits = node["begin"]?.text, let identity = Digest(digits: digits) {
            known[identity.index, default: Known()].begun.append(place)
        } else if let folder = node["folder"]?.text {
            folders.insert(folder)
        } else if let digits = node["gone"]?.text, let identity = Digest(digits: digits) {
            forget(identity.index)
        } else if let page = node["page"].flatMap({ OwnedFile($0) }) {
            pages.append(page)
        }
    }

    private func take(_ head: JournalCard.Head, at place: JournalPlace) {
        let index = head.identity.index
        if known[index]?.place != nil { forgetName(of: index) }
        known[index] = Known(place: place)
        owners[NameRegister.index(of: head.stem)] = index
        if let row = head.row, let number = head.number { rowNumbers.note(number, of: row) }
    }

    private func forget(_ index: UInt64) {
        forgetName(of: index)
        known[index] = nil
    }

    private func forgetName(of index: UInt64) {
        guard let head = known[index]?.place.flatMap({ JournalCard.head(of: line(at: $0)) }) else {
            return
        }
        let name = NameRegister.index(of: head.stem)
        if owners[name] == index { owners[name] = nil }
    }

    /// The bytes of a line without its line feed.
    private func line(at place: JournalPlace) -> ArraySlice<UInt8> {
        (file?.bytes(at: place.offset, count: place.count) ?? []).dropLast()
    }
}

// MARK: - Cards

extension DropState {
    /// An earlier card: its finished state, and every file that was ever written for it.
    struct Earlier {
        /// nil if its files were not all replaced when a drop was killed.
        var card: JournalCard?
        /// The card's last finished state, and files that were begun.
        var files: [OwnedFile]
        var place: JournalPlace?
    }

    /// An earlier card; nil for a new one.
    func earlier(_ identity: CardIdentity) -> Earlier? {
        known[identity.index].map { earlier($0, identity.index) }
    }

    private func earlier(_ known: Known, _ index: UInt64) -> Earlier {
        let card = card(known, index)
        let begun = known.begun.flatMap { place in
            (document(Array(line(at: place)))?["files"]?.elements ?? []).compactMap {
                OwnedFile($0)
            }
        }
        let files = (card?.files ?? []) + begun
        return Earlier(
            card: known.begun.isEmpty ? card : nil, files: files, place: known.place)
    }

    private func card(_ known: Known, _ index: UInt64) -> JournalCard? {
        if let last, last.index == index { return last.card }
        let card = known.place.flatMap { JournalCard(line: line(at: $0)) }
        last = (index, card)
        return card
    }

    /// The name that a card of an earlier drop has, if its pattern still gives the same.
    func stem(of identity: CardIdentity, wanted: String) -> String? {
        guard let known = known[identity.index],
            let head = card(known, identity.index)?.head, isSameName(head.wanted, wanted),
            owners[NameRegister.index(of: head.stem)] == identity.index
        else { return nil }
        return head.stem
    }

    /// True if a name, given by its index, belongs to no other card.
    func isFree(_ name: UInt64, for identity: CardIdentity) -> Bool {
        owners[name].map { $0 == identity.index } ?? true
    }

    /// The number of a row in file names: its own for ever, once it has one.
    func number(of row: Digest, at number: Int) -> Int { rowNumbers.number(of: row, at: number) }

    /// Notes that a card is one of this drop.
    func note(_ identity: CardIdentity) { known[identity.index]?.isInThisDrop = true }

    /// Cards that are not in this drop, in the order of the journal.
    var others: [Other] {
        known.filter { !$0.value.isInThisDrop }.map { index, known in
            Other(index: index, places: [known.place].compactMap { $0 } + known.begun)
        }.sorted { ($0.places.first?.offset ?? 0) < ($1.places.first?.offset ?? 0) }
    }

    struct Other {
        fileprivate var index: UInt64
        /// Its lines in the journal.
        var places: [JournalPlace]
    }

    func earlier(_ other: Other) -> Earlier {
        earlier(known[other.index] ?? Known(), other.index)
    }
}

/// Numbers of rows in file names.
struct RowNumbers {
    private var numbers: [UInt64: Int] = [:]
    private var taken: Set<Int> = []
    private var highest = 0

    mutating func note(_ number: Int, of row: Digest) {
        numbers[row.index] = number
        take(number)
    }

    private mutating func take(_ number: Int) {
        taken.insert(number)
        highest = max(highest, number)
    }

    /// The row's number of an earlier drop; for a new row that of its position, if no other row has
    /// it, otherwise the next after all.
    mutating func number(of row: Digest, at position: Int) -> Int {
        if let known = numbers[row.index] { return known }
        // In a new folder positions are unique.
        guard !taken.isEmpty else { return position }
        let number = taken.contains(position) ? highest + 1 : position
        take(number)
        return number
    }
}

extension ReadableFile {
    /// Calls `body` with each line without its line feed, and its place.
    fileprivate func forEachLine(_ body: (ArraySlice<UInt8>, JournalPlace) -> Void) {
        var offset = 0
        var rest: [UInt8] = []
        while true {
            let piece = bytes(at: offset + rest.count, count: 1 << 20)
            guard !piece.isEmpty else { break }
            rest += piece
            var start = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                body(
                    rest[start..<end],
                    JournalPlace(offset: offset + start, count: end + 1 - start))
                start = end + 1
            }
            rest.removeFirst(start)
            offset += start
        }
        // A line without an end was cut off: its drop did not end.
        if !rest.isEmpty { body(rest[...], JournalPlace(offset: offset, count: rest.count)) }
    }
}
