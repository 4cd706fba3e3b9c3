import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
public import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartScenes

/// HTML that shows a card in all its sizes.
public struct CardHTML: Sendable {
    private let records: [(record: CardRecord, url: String)]

    /// HTML for some cards.
    ///
    /// - Parameter cards: at least one; the same words in different sizes, with each picture's
    ///   address relative to the page.
    public init(_ cards: [(record: CardRecord, url: String)]) {
        precondition(!cards.isEmpty, "HTML of no card was asked for")
        records = cards
    }

    /// A complete page with both parts, for viewing and copying.
    public var page: HTML {
        let record = main.record
        return """
            <!DOCTYPE html>
            <html lang="\(record.language.tag)" dir="\(direction)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(record.words.title)</title>
            \(head)
            </head>
            <body>
            \(figure)
            </body>
            </html>

            """
    }

    /// The picture for link previews: the preferred one, otherwise the first.
    private var main: (record: CardRecord, url: String) {
        records.first { $0.record.placement == "og" } ?? records[0]
    }

    private var direction: String {
        main.record.language.direction == .rightToLeft ? "rtl" : "ltr"
    }
}

// MARK: - Head

extension CardHTML {
    /// The elements of a page's head with which networks show the card when the page is shared.
    ///
    /// Source: ogp.me (Open Graph); developer.x.com, Cards markup.
    public var head: HTML {
        let (record, url) = main
        let words = record.words
        return [
            ("property", "og:title", words.title),
            ("property", "og:description", words.caption.text),
            ("property", "og:image", url),
            ("property", "og:image:type", record.format.mediaType),
            ("property", "og:image:width", String(record.widthInPixels)),
            ("property", "og:image:height", String(record.heightInPixels)),
            ("property", "og:image:alt", words.alt),
            ("name", "twitter:card", "summary_large_image"),
            ("name", "twitter:image:alt", cut(words.alt, to: Self.twitterAltLimit)),
        ].map { "<meta \($0.0)=\"\($0.1)\" content=\"\($0.2)\">" as HTML }
            .joined(by: "\n")
    }

    /// Character limit of `twitter:image:alt`.
    ///
    /// Source: developer.x.com, Cards markup.
    private static let twitterAltLimit = 420

    /// The text truncated at a word boundary; alt texts of cards are shorter, those of other
    /// callers may not be.
    private func cut(_ text: String, to limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(limit - 1)
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return text[..<end] + "…"
    }
}

// MARK: - Figure

extension CardHTML {
    /// The card as a figure; with a `<picture>` if there are several sizes.
    public var figure: HTML {
        let words = main.record.words
        let long = words.longAlt.flatMap { $0.isBlank ? nil : $0 }
        let details = long.map { (long) -> HTML in
            "\n<details><summary>\(words.title)</summary><p>\(long)</p></details>"
        }
        return """
            <figure lang="\(main.record.language.tag)" dir="\(direction)">
            \(records.count == 1 ? image(records[0], sources: nil) : picture)
            <figcaption><p>\(words.caption.text)</p>\(details)</figcaption>
            </figure>
            """
    }

    /// The shapes, the narrowest first, each with a media query for its width; the widest is the
    /// `<img>`.
    private var picture: HTML {
        let shapes = shapes
        guard let widest = shapes.last else { return "" }
        let sources = shapes.dropLast().map { (shape) -> HTML in
            let ratio = "\(shape[0].record.widthInPixels)/\(shape[0].record.heightInPixels)"
            return """
                <source media="(max-aspect-ratio: \(ratio))" \
                srcset="\(sourceSet(shape))"\(size(shape[0].record))>
                """
        }
        let set = widest.count > 1 ? sourceSet(widest) : nil
        return (["<picture>"] + sources + [image(widest[0], sources: set), "</picture>"])
            .joined(by: "\n")
    }

    /// Cards grouped by shape, the largest first.
    private var shapes: [[(record: CardRecord, url: String)]] {
        func ratio(_ record: CardRecord) -> Double {
            Double(record.widthInPixels) / Double(record.heightInPixels)
        }
        let sorted = records.sorted { left, right in
            let (a, b) = (ratio(left.record), ratio(right.record))
            return a != b ? a < b : left.record.widthInPixels > right.record.widthInPixels
        }
        return sorted.reduce(into: []) { shapes, card in
            if let last = shapes.last?.first, ratio(last.record) == ratio(card.record) {
                shapes[shapes.count - 1].append(card)
            } else {
                shapes.append([card])
            }
        }
    }

    private func sourceSet(_ shape: [(record: CardRecord, url: String)]) -> String {
        shape.map { "\(encodedAddress($0.url)) \($0.record.widthInPixels)w" }
            .joined(separator: ", ")
    }

    private func image(_ card: (record: CardRecord, url: String), sources: String?) -> HTML {
        let set = sources.map { " srcset=\"\($0)\"" as HTML }
        return """
            <img src="\(encodedAddress(card.url))"\(set)\(size(card.record)) \
            alt="\(card.record.words.alt)">
            """
    }

    private func size(_ record: CardRecord) -> HTML {
        " width=\"\(record.widthInPixels)\" height=\"\(record.heightInPixels)\""
    }
}

/// An address for `src` or `srcset`; characters that would split a `srcset` are percent-encoded.
///
/// Source: RFC 3986; HTML, srcset attribute.
private func encodedAddress(_ address: String) -> String {
    Address.encoded(address) { byte in
        (0x21...0x7E).contains(byte) && !"\"<>,\\`".utf8.contains(byte)
    }
}
