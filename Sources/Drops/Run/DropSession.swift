import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartSupport
import BlueHeartWords

/// One run of a drop in its folder: what is delivered, and what stays of earlier drops.
///
/// Owned by the thread that runs the drop.
struct DropSession {
    let files: CardFiles
    let journal: DropJournal
    private let choices: DropChoices
    private let sidecars: [CardPart.SidecarKind]
    private let state: DropState
    private var manifest: ManifestWriter
    private var pages = CardPages()
    /// Lines of the journal that are valid at the end.
    private var lines: [JournalPlace] = []
    /// Earlier cards that this drop could not make.
    private var failed: [DropState.Earlier] = []

    /// Prepares a folder; it must be locked.
    init(
        files: CardFiles, planner: DropPlanner, choices: DropChoices
    ) throws(CardError) {
        self.files = files
        self.choices = choices
        sidecars = files.sidecars
        state = planner.state
        journal = DropJournal(folder: files.folder)
        if !state.isEnded {
            for name in state.folders.sorted() {
                try removeLeftovers(in: joined(files.folder, name))
            }
        }
        manifest = ManifestWriter(folder: files.folder, kit: planner.kitName)
    }

    mutating func take(
        _ outcome: DropOutcome, _ tell: (DropEvent) -> Void
    ) throws(CardError) {
        switch outcome {
        case .made(let made):
            lines.append(made.line)
            for path in made.left { tell(.note(changedFile(path))) }
            if sidecars.contains(.page) { pages.add(made.card) }
            try manifest.add(made.card)
            tell(.made(made.card))
        case .unchanged(let planned):
            try take(unchanged: planned, tell)
        case .failed(let failure, let identity):
            if let identity, let earlier = state.earlier(identity) { failed.append(earlier) }
            try manifest.add(failure)
            tell(.failed(failure))
        case .stopped(let error): throw error
        }
    }

    private mutating func take(
        unchanged planned: PlannedCard, _ tell: (DropEvent) -> Void
    ) throws(CardError) {
        guard let card = planned.earlier, let place = planned.earlierPlace else {
            preconditionFailure("\(planned.item.stem) is unchanged, but was never made")
        }
        lines.append(
            planned.isTouched ? try journal.add(card.refreshed(in: files.folder).line) : place)
        if sidecars.contains(.page), planned.item.row == nil, let shown = card.shown {
            pages.add(shown)
        }
        try manifest.add(card, row: planned.item.row)
        tell(.unchanged(path: card.files[0].path, warnings: card.warningCount))
    }
}

// MARK: - End

extension DropSession {
    /// Writes the manifest and then the journal; between them, removes what is to be removed.
    ///
    /// - Parameters:
    ///   - isWhole: false if the drop was stopped: nothing is then said of other cards.
    ///   - unreadCount: rows that could not be read: their cards may be among the others, so none
    ///     is removed.
    mutating func finish(
        isWhole: Bool, unreadCount: Int, _ tell: (DropEvent) -> Void
    ) throws(CardError) -> DropTotals {
        let others = state.others
        let isPruned = isWhole && choices.leaving == .prune && unreadCount == 0
        let newPages = try pages.write(into: files.folder) { [journal] () throws(CardError) in
            try journal.add([])
        }
        try finishManifest(newPages, isWhole ? (isPruned ? [] : others) : nil, tell)
        if isPruned {
            for other in others { try remove(state.earlier(other), tell) }
        } else {
            lines += others.flatMap(\.places)
        }
        lines += failed.compactMap(\.place)
        try finishJournal(try pageLines(newPages, isPruned: isPruned, tell))
        return manifest.totals
    }

    private mutating func finishManifest(
        _ pages: [CardPage], _ others: [DropState.Other]?, _ tell: (DropEvent) -> Void
    ) throws(CardError) {
        for other in others ?? [] {
            guard let card = state.earlier(other).card else { continue }
            try manifest.add(kept: card)
            tell(.kept(path: card.files[0].path))
        }
        if others != nil {
            for earlier in failed { if let card = earlier.card { try manifest.add(kept: card) } }
        }
        try manifest.finish(pages, isWhole: others != nil)
    }

    private mutating func remove(
        _ earlier: DropState.Earlier, _ tell: (DropEvent) -> Void
    ) throws(CardError) {
        for file in earlier.files where !(try file.remove(from: files.folder)) {
            tell(.note(changedFile(file.path)))
        }
        manifest.totals.pruned += 1
        if let path = earlier.files.first?.path { tell(.removed(path: path)) }
    }

    /// The lines of pages; those of earlier drops stay ours until they are removed.
    private func pageLines(
        _ pages: [CardPage], isPruned: Bool, _ tell: (DropEvent) -> Void
    ) throws(CardError) -> [UInt8] {
        var lines: [UInt8] = []
        func add(_ file: OwnedFile) {
            lines += JSONValue.object([.init("page", file.json)]).written(.compact).utf8
            lines.append(UInt8(ascii: "\n"))
        }
        for page in pages { add(OwnedFile(page.file, in: files.folder)) }
        for page in state.pages where !pages.contains(where: { isSame($0, page) }) {
            if isPruned {
                if !(try page.remove(from: files.folder)) { tell(.note(changedFile(page.path))) }
            } else {
                add(page)
            }
        }
        return lines
    }

    private func isSame(_ page: CardPage, _ file: OwnedFile) -> Bool {
        isSameName(page.file.path, file.path)
    }

    /// Replaces the journal by the lines that are valid.
    private func finishJournal(_ pageLines: [UInt8]) throws(CardError) {
        let source = ReadableFile(journal.path)
        guard source != nil || !pageLines.isEmpty else { return }
        let file = ChangedFile(journal.path)
        var buffer = DropJournal.firstLine
        for place in lines {
            buffer += source?.bytes(at: place.offset, count: place.count) ?? []
            guard buffer.count > 1 << 16 else { continue }
            try file.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        try file.write(buffer + pageLines + DropJournal.endLine)
        _ = try file.commit()
    }

    private func changedFile(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "file-changed",
            "\(quoted(path, limit: 300)) was changed after a drop wrote it, and is left there",
            hint: "remove it yourself, if nobody needs it")
    }
}

extension OwnedFile {
    /// A file that was just written.
    init(_ file: WrittenFile, in folder: String) {
        self.init(
            path: file.path, byteCount: file.byteCount, sha256: file.sha256,
            modified: FileState(path: joined(folder, file.path))?.modified)
    }
}

extension JournalCard {
    /// The card with the times that its files have now.
    fileprivate func refreshed(in folder: String) -> JournalCard {
        var card = self
        for index in files.indices {
            let state = FileState(path: joined(folder, files[index].path))
            card.files[index].modified = state?.modified
        }
        return card
    }
}
