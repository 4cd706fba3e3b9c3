extension Network {
    /// How long `caption` is in this network's own count.
    ///
    /// The text is counted as it is: letters written as a base and a mark count more on X, which
    /// composes them first.
    public func count(_ caption: String) -> Int {
        guard let linkLength else { return count(plain: caption[...]) }
        var total = 0
        var rest = caption[...]
        while let link = Self.firstLink(in: rest) {
            total += count(plain: rest[..<link.lowerBound]) + linkLength
            rest = rest[link.upperBound...]
        }
        return total + count(plain: rest)
    }

    private func count(plain text: Substring) -> Int {
        switch counting {
        case .characters: text.count
        case .weighted: text.reduce(0) { $0 + Self.weight(of: $1) }
        case .threads:
            text.reduce(0) { $0 + (Self.isEmoji($1) ? String($1).utf8.count : 1) }
        }
    }

    /// 2 for an emoji however it is put together; else 1 or 2 for each scalar.
    ///
    /// Source: X, twitter-text, config v3.json, ranges and weights.
    private static func weight(of character: Character) -> Int {
        guard !isEmoji(character) else { return 2 }
        return character.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0...4351, 8192...8205, 8208...8223, 8242...8247: sum + 1
            default: sum + 2
            }
        }
    }

    /// Whether it is shown as a picture: by its own nature, or because a selector asks for it.
    private static func isEmoji(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return false }
        return first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}")
            || scalars.contains("\u{20E3}")
    }

    /// From `http://` or `https://` to the next blank.
    private static func firstLink(in text: Substring) -> Range<Substring.Index>? {
        let bytes = text.utf8
        var start = bytes.startIndex
        while let candidate = bytes[start...].firstIndex(of: UInt8(ascii: "h")) {
            let rest = bytes[candidate...]
            if rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) {
                let end = rest.firstIndex { $0 <= 0x20 } ?? bytes.endIndex
                return candidate..<end
            }
            start = bytes.index(after: candidate)
        }
        return nil
    }
}
