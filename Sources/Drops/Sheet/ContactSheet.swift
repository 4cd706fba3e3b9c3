public import BlueHeartDiagnostics
public import BlueHeartEngine
import BlueHeartJSON
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartSupport

/// The contact sheet of a drop: a page and a picture beside its manifest.
public struct ContactSheet {
    private let folder: String
    private let engine: CardEngine
    private let grouping: SheetGrouping?
    private let view: SheetView

    /// Prepares a contact sheet.
    ///
    /// - Parameters:
    ///   - folder: of a drop, with its `manifest.json`.
    ///   - grouping: the content of each page; nil for one page of all cards.
    public init(
        folder: String, engine: CardEngine, by grouping: SheetGrouping? = nil,
        view: SheetView = SheetView()
    ) {
        self.folder = folder
        self.engine = engine
        self.grouping = grouping
        self.view = view
    }

    /// Writes `sheet.html` and `sheet.png`, or the pages of a grouping and a view:
    /// `sheet-template-statement-deutan.html`.
    ///
    /// - Returns: the names of the pages and pictures in the folder.
    /// - Throws: `CardError` of kind `data` if there is no manifest of ours.
    @discardableResult
    public func write() throws(CardError) -> [String] {
        let pages = try pages()
        var writers = try open(pages)
        var cards = try openManifest()
        var number = 0
        let viewer = SheetViewer(
            folder: folder, view: view, placements: try engine.catalog.placements().placements)
        try WorkerPool(engine: engine, workers: WorkerPool.coreCount).run {
            () throws(CardError) -> (SheetCard, Int)? in
            number += 1
            return try cards.next().map { ($0, number) }
        } work: { worker, job in
            Result { () throws(CardError) in try viewer.shown(job.0, number: job.1, worker) }
        } deliver: { (shown: Result<SheetCard, CardError>) throws(CardError) in
            let card = try shown.get()
            guard let index = pages.index(of: card) else {
                preconditionFailure("no page for \(card.picture)")
            }
            try writers[index].add(card)
        }
        return try finish(writers)
    }

    private func pages() throws(CardError) -> SheetFiles {
        var pages = SheetFiles(grouping: grouping, view: view)
        var cards = try openManifest()
        while let card = try cards.next() { pages.prepare(for: card) }
        return pages
    }

    private func open(_ pages: SheetFiles) throws(CardError) -> [SheetWriter] {
        let kit = try kitName()
        return try pages.files.map { (file) throws(CardError) in
            let head = SheetPage.start(kit: kit, file, view: view, siblings: pages.files)
            return try SheetWriter(file, in: folder, head: head)
        }
    }

    private func finish(_ writers: [SheetWriter]) throws(CardError) -> [String] {
        let picture = SheetPicture(folder: folder, worker: engine.worker(), grouping: grouping)
        var names: [String] = []
        for var writer in writers {
            try writer.finish()
            let bytes = try picture.png(of: writer.first, total: writer.count)
            try FileWriter().write(bytes, to: joined(folder, writer.file.stem + ".png"))
            names += [writer.file.stem + ".html", writer.file.stem + ".png"]
        }
        return names
    }

    private var manifestPath: String { joined(folder, ManifestWriter.fileName) }

    private func openManifest() throws(CardError) -> ManifestReader {
        let file = try InputFile(manifestPath, from: .program)
        let stream = ByteStream { (count) throws(CardError) in try file.read(upTo: count) }
        return try ManifestReader(stream, file: manifestPath)
    }

    /// The field `kit`, which is before the cards.
    private func kitName() throws(CardError) -> String {
        let head = try InputFile(manifestPath, from: .program).read(upTo: 1 << 12)
        let line = head.split(separator: UInt8(ascii: "\n")).first {
            $0.starts(with: Array("\"kit\": ".utf8))
        }
        guard let line, line.last == UInt8(ascii: ",") else { throw notOurs }
        let value = Array(line.dropLast().dropFirst("\"kit\": ".utf8.count))
        return try JSONDocument.read(value, file: manifestPath, kind: .data).string(at: JSONPath())
    }

    private var notOurs: CardError {
        CardError(
            .data,
            Diagnostic(
                code: "unknown-manifest", "expected a manifest that a drop wrote",
                at: SourceLocation(file: manifestPath, line: 1, column: 1),
                hint: "make the drop again with --sheet"))
    }
}

/// Writes a page card by card, and keeps those that its picture may show.
private struct SheetWriter {
    let file: SheetFile
    private let page: PendingFile
    private var text: HTML
    private(set) var count = 0
    private(set) var first: [SheetCard] = []

    init(_ file: SheetFile, in folder: String, head: HTML) throws(CardError) {
        self.file = file
        page = try PendingFile(joined(folder, file.stem + ".html"))
        text = head
    }

    mutating func add(_ card: SheetCard) throws(CardError) {
        text += SheetPage.card(card)
        count += 1
        if first.count < SheetPicture.cardLimit { first.append(card) }
        guard text.source.utf8.count > 1 << 16 else { return }
        try page.write(Array(text.source.utf8))
        text = ""
    }

    mutating func finish() throws(CardError) {
        text += SheetPage.end(count: count)
        try page.write(Array(text.source.utf8))
        try page.commit()
    }
}
