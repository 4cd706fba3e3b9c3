import BlueHeartLanguages

/// The length of a caption for a network.
public struct CaptionLength: Hashable, Sendable {
    /// The length by the network's own counting rule.
    public var count: Int
    /// UTF-8 bytes.
    public var bytes: Int

    public init(count: Int, bytes: Int) {
        self.count = count
        self.bytes = bytes
    }
}

extension Network {
    /// The length of `caption` for this network.
    public func length(of caption: String) -> CaptionLength {
        CaptionLength(count: count(caption), bytes: caption.utf8.count)
    }

    /// The length of `caption` by this network's counting rule.
    ///
    /// - Cost: linear in the caption.
    public func count(_ caption: String) -> Int {
        switch counting {
        case .characters: countable(Array(caption.unicodeScalars)).count
        case .scalars: countable(Array(caption.unicodeScalars)).unicodeScalars.count
        case .utf16: countable(Array(caption.unicodeScalars)).utf16.count
        case .weighted: weight(of: composed(caption))
        case .threads: countOfThreads(Array(caption.unicodeScalars))
        }
    }

    /// The caption as it is counted: links replaced by their fixed length, servers removed from
    /// mentions.
    private func countable(_ scalars: [Unicode.Scalar]) -> String {
        guard linkLength != nil || countsMentionsShort else {
            return String(String.UnicodeScalarView(scalars))
        }
        var kept = String.UnicodeScalarView()
        var start = scalars.startIndex
        for entity in entities(in: scalars) {
            kept += scalars[start..<entity.range.lowerBound]
            kept += entity.counted
            start = entity.range.upperBound
        }
        kept += scalars[start...]
        return String(kept)
    }

    /// A part of a caption that is not counted as written.
    private struct Entity {
        var range: Range<Int>
        var counted: [Unicode.Scalar]
    }

    private func entities(in scalars: [Unicode.Scalar]) -> [Entity] {
        var entities: [Entity] = []
        if let linkLength {
            let short = [Unicode.Scalar](repeating: "x", count: linkLength)
            entities += links(in: scalars, bareDomains: bareDomains)
                .map { Entity(range: $0, counted: short) }
        }
        if countsMentionsShort {
            let links = entities.map(\.range)
            entities += longMentions(in: scalars)
                .filter { mention in !links.contains { $0.overlaps(mention.whole) } }
                .map { Entity(range: $0.whole, counted: Array(scalars[$0.local])) }
        }
        return entities.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

// MARK: - X

extension Network {
    /// 2 for an emoji of any length; otherwise 1 or 2 for each scalar; links have a fixed length.
    ///
    /// Source: X, twitter-text, config v3.json (ranges, weights, transformedURLLength) and
    /// parseTweet.js (the order: normalize, links, emoji, ranges).
    private func weight(of scalars: [Unicode.Scalar]) -> Int {
        let links = linkLength == nil ? [] : links(in: scalars, bareDomains: bareDomains)
        var total = links.count * (linkLength ?? 0)
        var index = 0
        var rest = links[...]
        while index < scalars.count {
            if let link = rest.first, link.lowerBound == index {
                index = link.upperBound
                rest.removeFirst()
            } else if let length = emojiLength(in: scalars, at: index) {
                total += 2
                index += length
            } else {
                total += isLight(scalars[index]) ? 1 : 2
                index += 1
            }
        }
        return total
    }

    private func isLight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }

    private func composed(_ text: String) -> [Unicode.Scalar] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.unicodeScalars) }
        let units = normalized(Array(text.utf16), to: .composed)
        return Array(String(utf16Units: units[...]).unicodeScalars)
    }
}

// MARK: - Threads

extension Network {
    /// Grapheme clusters, but emoji as their UTF-8 bytes.
    ///
    /// Source: Meta, Threads API, posts.
    private func countOfThreads(_ scalars: [Unicode.Scalar]) -> Int {
        var total = 0
        var plain = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard let length = emojiLength(in: scalars, at: index) else {
                plain.append(scalars[index])
                index += 1
                continue
            }
            total += String(plain).count
            plain = String.UnicodeScalarView()
            total += scalars[index..<(index + length)].reduce(0) { $0 + UTF8.width($1) }
            index += length
        }
        return total + String(plain).count
    }
}
