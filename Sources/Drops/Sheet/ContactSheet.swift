public import Diagnostics
public import Engine
import JSON
import Markup

/// A drop at one look: a page and a picture beside its manifest.
public struct ContactSheet {
    private let folder: String
    private let engine: CardEngine

    /// - Parameter folder: of a drop, with its `manifest.json`.
    public init(folder: String, engine: CardEngine) {
        self.folder = folder
        self.engine = engine
    }

    /// Writes `sheet.html` and `sheet.png`.
    ///
    /// - Throws: `CardError` of kind `data` where there is no manifest of ours.
    public func write() throws(CardError) {
        let (first, total) = try writePage()
        let picture = SheetPicture(folder: folder, worker: engine.worker())
        let bytes = try picture.png(of: first, total: total)
        try FileWriter().write(bytes, to: joined(folder, "sheet.png"))
    }

    /// - Returns: the cards that the picture may show, and how many there are.
    private func writePage() throws(CardError) -> (first: [SheetCard], total: Int) {
        let page = try PendingFile(joined(folder, "sheet.html"))
        var text: HTML = SheetPage.start(kit: try kitName())
        var cards = try openManifest()
        var count = 0
        var first: [SheetCard] = []
        while let card = try cards.next() {
            text += SheetPage.card(card)
            count += 1
            if first.count < SheetPicture.cardLimit { first.append(card) }
            guard text.source.utf8.count > 1 << 16 else { continue }
            try page.write(Array(text.source.utf8))
            text = ""
        }
        text += SheetPage.end(count: count)
        try page.write(Array(text.source.utf8))
        try page.commit()
        return (first, count)
    }

    private var manifestPath: String { joined(folder, ManifestWriter.fileName) }

    private func openManifest() throws(CardError) -> ManifestReader {
        let file = try InputFile(manifestPath)
        let stream = ByteStream { (count) throws(CardError) in try file.read(upTo: count) }
        return try ManifestReader(stream, file: manifestPath)
    }

    /// The field `kit`, which stands before the cards.
    private func kitName() throws(CardError) -> String {
        let head = try InputFile(manifestPath).read(upTo: 1 << 12)
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
