import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartWords

/// A finished card in the journal of a folder.
struct JournalCard: Sendable {
    /// The beginning of the line, which is read for every card when a drop starts.
    struct Head: Sendable {
        var identity: CardIdentity
        /// nil in a drop without rows.
        var row: Digest?
        /// The number of its row in file names.
        var number: Int?
        var stem: String
        /// The stem by the name pattern, if another card had that.
        var wanted: String
    }

    var head: Head
    /// Position that the card's findings name; nil if they name none.
    var place: String?
    var inputs: CardInputs
    var pictures: [UsedPicture]
    var warningCount: Int
    /// Text of the caption without its other parts, for pages.
    var captionText: String
    var files: [OwnedFile]
    /// Its entry in the manifest without the number of its row.
    var entry: [UInt8]

    var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }
}

extension JournalCard {
    /// The line with its line feed.
    var line: [UInt8] {
        let json = JSONValue.fields([
            ("card", .string(head.identity.digits)),
            ("row", head.row.map { .string($0.digits) }),
            ("number", head.number.map { .integer($0) }),
            ("stem", .string(head.stem)),
            ("wanted", isWantedStem ? nil : .string(head.wanted)),
            ("inputs", .array(inputs.digests.map { .string($0) })),
            ("pictures", .array(pictures.flatMap { [.string($0.name), .string($0.stamp)] })),
            ("place", place.map { .string($0) }),
            ("warnings", .integer(warningCount)),
            ("caption", .string(captionText)),
            ("files", .array(files.map(\.json))),
        ])
        var line = Array(json.written(.compact).utf8)
        line.removeLast()
        return line + Self.entryMark + entry + "}\n".utf8
    }

    private var isWantedStem: Bool { head.stem.utf8.elementsEqual(head.wanted.utf8) }

    private static let entryMark = Array(",\"entry\":".utf8)
    private static let inputsMark = Array(",\"inputs\":".utf8)

    /// Reads the beginning of a line; nil for other lines.
    static func head(of line: ArraySlice<UInt8>) -> Head? {
        // No string contains the mark: quotes in strings are escaped.
        guard let end = line.firstIndex(of: inputsMark) else { return nil }
        return document(Array(line[..<end]) + "}".utf8).flatMap { Head($0) }
    }

    /// Reads a line; nil for other lines, and for one that was cut off.
    init?(line: ArraySlice<UInt8>) {
        guard let mark = line.firstIndex(of: Self.entryMark),
            let root = document(Array(line[..<mark]) + "}".utf8), let head = Head(root),
            let end = line.lastIndex(of: UInt8(ascii: "}")), end > mark
        else { return nil }
        self.head = head
        place = root["place"]?.text
        inputs = CardInputs(digests: root["inputs"]?.elements.compactMap(\.text) ?? [])
        let pictures = root["pictures"]?.elements.compactMap(\.text) ?? []
        self.pictures = stride(from: 0, to: pictures.count - 1, by: 2).map {
            UsedPicture(name: pictures[$0], stamp: pictures[$0 + 1])
        }
        warningCount = root["warnings"]?.wholeNumber ?? 0
        captionText = root["caption"]?.text ?? ""
        let files = root["files"]?.elements ?? []
        self.files = files.compactMap { OwnedFile($0) }
        entry = Array(line[(mark + Self.entryMark.count)..<end])
        guard self.files.count == files.count, !files.isEmpty else { return nil }
    }
}

extension JournalCard.Head {
    init?(_ node: JSONNode) {
        guard let digits = node["card"]?.text, let identity = Digest(digits: digits),
            let stem = node["stem"]?.text
        else { return nil }
        self.identity = identity
        self.stem = stem
        row = node["row"]?.text.flatMap { Digest(digits: $0) }
        number = node["number"]?.wholeNumber
        wanted = node["wanted"]?.text ?? stem
    }
}

extension JournalCard {
    /// The entry with the number of its row.
    func entry(row: Int?) -> [UInt8] {
        guard let row else { return entry }
        return Array("{\"row\":\(row),".utf8) + entry.dropFirst()
    }

    /// The card as far as pages show it.
    var shown: WrittenCard? {
        guard let node = document(entry), let language = node["language"]?.text,
            let format = node["format"]?.text.flatMap({ ImageFormat(rawValue: $0) })
        else { return nil }
        let words = SceneWords(
            title: node["title"]?.text ?? "", alt: node["alt"]?.text ?? "",
            longAlt: node["longAlt"]?.text, caption: CaptionSource(text: captionText))
        let record = CardRecord(
            kit: "", template: node["template"]?.text ?? "",
            language: Language(
                tag: language,
                direction: node["direction"]?.text == "rtl" ? .rightToLeft : .leftToRight),
            placement: node["placement"]?.text ?? "",
            widthInPixels: node["width"]?.wholeNumber ?? 1,
            heightInPixels: node["height"]?.wholeNumber ?? 1, format: format,
            byteCount: files[0].byteCount, sha256: files[0].sha256, words: words)
        return WrittenCard(
            record: record, row: nil,
            files: files.map {
                WrittenFile(path: $0.path, byteCount: $0.byteCount, sha256: $0.sha256)
            })
    }
}

/// A line of the journal as JSON; nil for one that was cut off.
func document(_ line: [UInt8]) -> JSONNode? {
    do throws(CardError) {
        let limits = JSONLimits(bytes: 1 << 22, depth: 16, nodes: 100_000)
        return try JSONDocument.read(
            line, file: DropJournal.fileName, kind: .data, limits: limits)
    } catch {
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// The index of the first occurrence of some bytes.
    fileprivate func firstIndex(of wanted: [UInt8]) -> Int? {
        var start = startIndex
        while let found = self[start...].firstIndex(of: wanted[0]) {
            if self[found...].starts(with: wanted) { return found }
            start = found + 1
        }
        return nil
    }
}
