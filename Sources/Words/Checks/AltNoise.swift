public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// Alt texts must not contain noise for screen readers, unless the picture shows it.
///
/// Source: accessible-social.com, hashtags, emoji and fancy text.
public struct AltHasNoTagsOrLinks: WordsCheck {
    private static let noise = CheckRule(
        "alt-noise", .alt, .warning,
        "The alt text contains a hashtag, a link, fancy letters or many emoji, which are read aloud character by character."
    )
    public static let rules = [noise]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let alt = subject.words.alt
        let noise = [
            (
                firstTagOrLink(in: alt), "letter by letter",
                "hashtags and links belong in the caption"
            ),
            (
                firstOrnament(in: alt), "character by character, or not at all",
                "write it in plain letters"
            ),
        ]
        return noise.flatMap { part, how, cure -> [Diagnostic] in
            guard let part, !isDrawn(part, in: subject) else { return [] }
            return subject.finding(
                Self.noise, in: .alt,
                "the alt text contains \(quoted(part)), which is read aloud \(how)", hint: cure)
        }
    }

    /// True if the picture shows the part, ignoring adjacent punctuation.
    private func isDrawn(_ part: String, in subject: WordsSubject) -> Bool {
        let drawn = folded(subject.drawn.map(\.text).joined(separator: "\n"))
        let bare = folded(part).reversed().drop {
            !isOfWord($0) && !isFancy($0) && !$0.properties.isEmojiPresentation
        }
        return position(of: bare.reversed(), in: drawn) != nil
    }
}

/// The first hashtag or address of a text.
func firstTagOrLink(in text: String) -> String? {
    // Most texts have none; splitting them into words is slow.
    guard text.utf8.contains(UInt8(ascii: "#")) || isLink(text) else { return nil }
    return text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        .first { isHashtag($0) || isLink($0) }
}

private func isHashtag(_ part: String) -> Bool {
    let scalars = Array(part.unicodeScalars)
    guard let mark = scalars.firstIndex(of: "#"), mark + 1 < scalars.count else { return false }
    return scalars[mark + 1].properties.isAlphabetic
}

private func isLink(_ part: String) -> Bool {
    let text = folded(part)
    return linkStarts.contains { position(of: $0, in: text) != nil }
}

private let linkStarts = ["http://", "https://", "www."].map { Array($0.unicodeScalars) }

/// The first word of mathematical letters, or run of at least three emoji.
private func firstOrnament(in text: String) -> String? {
    guard text.unicodeScalars.contains(where: mayBeOrnament) else { return nil }
    return text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.first {
        part in
        part.unicodeScalars.contains(where: isFancy) || part.count(where: isEmoji) > 2
    }
}

private func mayBeOrnament(_ scalar: Unicode.Scalar) -> Bool {
    // All pictographs and fancy letters are at or after U+231A.
    scalar.value >= 0x231A && !isIdeograph(scalar)
        && (isFancy(scalar) || ScalarProperty.emojiPresentation.holds(for: scalar.value))
}

private func isEmoji(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isEmojiPresentation == true
}

/// Mathematical, circled, squared and full-width Latin letters.
private func isFancy(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1D400...0x1D7FF, 0x24B6...0x24E9, 0x1F110...0x1F169, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        true
    default: false
    }
}
