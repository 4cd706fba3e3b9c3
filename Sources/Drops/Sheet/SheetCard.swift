import BlueHeartDiagnostics
import BlueHeartJSON

/// The data of one card on a contact sheet, read from a manifest.
struct SheetCard: Hashable {
    var template: String
    var language: String
    var isRightToLeft: Bool
    var placement: String
    var row: Int?
    var width: Int
    var height: Int
    var alt: String
    var longAlt: String?
    var caption: String
    /// Path relative to the manifest.
    var picture: String
    /// Size of the picture's file.
    var byteCount: Int
    /// The picture on the sheet.
    var shown: Shown

    struct Shown: Hashable {
        /// Path relative to the manifest.
        var path: String
        /// Width in px of the page.
        var width: Int
        var height: Int
    }

    static func read(_ node: JSONNode) throws(CardError) -> SheetCard {
        var object = ObjectReader(node, at: JSONPath(), kind: .data)
        object.allowAll()
        let size = 1...100_000
        let files = object.each("files", File.read)
        var card = SheetCard(
            template: object.string("template"), language: object.string("language"),
            isRightToLeft: object.string("direction") == "rtl",
            placement: object.string("placement"),
            row: object.optionalInteger("row", in: 1...Int(JSONLimits.rows)),
            width: object.integer("width", in: size), height: object.integer("height", in: size),
            alt: object.string("alt"), longAlt: object.optionalString("longAlt"),
            caption: object.string("caption"), picture: files.first?.path ?? "",
            byteCount: files.first?.byteCount ?? 0,
            shown: Shown(path: files.first?.path ?? "", width: 0, height: 0))
        (card.shown.width, card.shown.height) = (card.width, card.height)
        if files.isEmpty {
            object.note("missing-field", "expected the card's picture first", at: "files")
        }
        try object.finish()
        return card
    }

    private struct File {
        var path: String
        var byteCount: Int

        static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> File {
            var object = ObjectReader(node, at: path, kind: .data)
            object.allow("sha256")
            let file = File(
                path: object.string("path"),
                byteCount: object.integer("bytes", in: 0...Int(JSONLimits.rows)))
            try object.finish()
            return file
        }
    }
}

extension JSONLimits {
    /// Upper bound of whole numbers that a double represents exactly.
    fileprivate static let rows = 9e15
}

/// Reads the cards of a `manifest.json` one by one, with constant memory.
struct ManifestReader {
    private let file: String
    private var elements: JSONElements

    init(_ stream: ByteStream, file: String) throws(CardError) {
        self.file = file
        elements = try JSONElements(stream, file: file)
        try elements.openArray(named: "cards")
    }

    mutating func next() throws(CardError) -> SheetCard? {
        guard let element = try elements.next() else { return nil }
        let limits = JSONLimits(bytes: JSONElements.elementLimit, depth: 8, nodes: 10_000)
        do throws(CardError) {
            let node = try JSONDocument.read(
                element.bytes, file: file, kind: .data, limits: limits)
            return try SheetCard.read(node)
        } catch {
            throw CardError(.data, error.diagnostics.map { $0.moved(to: element) })
        }
    }
}
