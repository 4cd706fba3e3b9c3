public import BlueHeartDiagnostics
import BlueHeartEngine
public import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartSupport
import BlueHeartWords

/// Groups cards with the same words in several sizes, and writes a page for each group.
///
/// Cards of rows have none: there may be millions, and each has its own HTML sidecar.
public struct CardPages: Sendable {
    private var groups: [(template: String, language: String, cards: [WrittenCard])] = []

    public init() {}

    public mutating func add(_ card: WrittenCard) {
        guard card.row == nil, !card.files.isEmpty else { return }
        let (template, language) = (card.record.template, card.record.language.tag)
        let index = groups.firstIndex { $0.template == template && $0.language == language }
        if let index {
            groups[index].cards.append(card)
        } else {
            groups.append((template, language, [card]))
        }
    }

    /// Writes `share.html` or `<common part of the names>.html` for each group of at least two
    /// cards.
    ///
    /// - Parameters:
    ///   - folder: the cards' folder.
    ///   - willChange: called before a page is written that differs from the file there.
    public func write(
        into folder: String, willChange: () throws(CardError) -> Void = {}
    ) throws(CardError) -> [CardPage] {
        var pages: [CardPage] = []
        for group in groups where group.cards.count > 1 {
            let paths = group.cards.map { $0.files[0].path }
            let path = pagePath(ofPictures: paths)
            let base = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
            let cards = zip(group.cards, paths).map { card, picture in
                let way = String(picture.utf8.dropFirst(base.utf8.count)) ?? picture
                return (record: card.record, url: Address.path(way))
            }
            let bytes = Array(CardHTML(cards).page.source.utf8)
            let file = joined(folder, path)
            let earlier = ReadableFile(file)
            if earlier?.byteCount != bytes.count
                || earlier?.bytes(at: 0, count: bytes.count) != bytes
            {
                try willChange()
                try FileWriter().write(bytes, to: file)
            }
            let written = WrittenFile(
                path: path, byteCount: bytes.count, sha256: sha256(of: bytes))
            pages.append(
                CardPage(template: group.template, language: group.language, file: written))
        }
        return pages
    }
}

/// A page that shows one card in several sizes.
public struct CardPage: Sendable {
    public var template: String
    public var language: String
    public var file: WrittenFile

    /// One entry of the manifest's `pages`.
    public var json: JSONValue {
        ["template": .string(template), "language": .string(language), "file": file.json]
    }
}

/// The common part of the paths, up to the last complete part of a name; `share` if that is a
/// folder.
func pagePath(ofPictures paths: [String]) -> String {
    guard var common = paths.first.map({ Array($0.utf8) }) else { return "share.html" }
    for path in paths.dropFirst() {
        let same = zip(common, path.utf8).prefix { $0 == $1 }.count
        common = Array(common.prefix(same))
    }
    // `statement-en-s` of `…-square` and `…-story` is not a name.
    while let last = common.last, !"-_./ ".utf8.contains(last) { common.removeLast() }
    while let last = common.last, "-_. ".utf8.contains(last) { common.removeLast() }
    let stem = String(decoding: common, as: UTF8.self)
    return stem.isEmpty || stem.utf8.last == UInt8(ascii: "/")
        ? stem + "share.html" : stem + ".html"
}
