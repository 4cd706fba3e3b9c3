public import Diagnostics
import Scenes

/// An alt text does not begin by saying that it is of a picture, which the listener knows.
public struct AltSaysNoPictureOf: WordsCheck {
    /// In lower case.
    public var openings: [String]

    public init(
        openings: [String] = [
            "image of", "an image of", "picture of", "a picture of", "photo of", "a photo of",
            "graphic of", "a graphic of", "image:", "picture:", "photo:",
        ]
    ) {
        self.openings = openings
    }

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let start = Array(folded(subject.words.alt).drop { !$0.properties.isAlphabetic })
        guard let opening = openings.first(where: { start.starts(with: $0.unicodeScalars) })
        else { return [] }
        return subject.finding(
            in: .alt, code: "alt-says-picture",
            "the alt text begins with \(quoted(opening)), which a screen reader says by itself",
            hint: "begin with what is seen")
    }
}

/// An alt text is not the name of a file.
public struct AltIsNoFileName: WordsCheck {
    private static let endings = [".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let alt = folded(subject.words.alt).filter { !$0.properties.isWhitespace }
        let isName = Self.endings.contains { ending in
            alt.reversed().starts(with: ending.unicodeScalars.reversed())
        }
        guard isName else { return [] }
        return subject.finding(
            in: .alt, code: "alt-file-name",
            "expected a sentence as alt text and found the file name \(quoted(subject.words.alt))")
    }
}

/// An alt text holds nothing that is only noise when read aloud.
public struct AltHasNoTagsOrLinks: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let parts = subject.words.alt.unicodeScalars.split { $0.properties.isWhitespace }
        let noise = parts.map { String($0) }.filter { isHashtag($0) || isLink($0) }
        return noise.prefix(1).flatMap { part in
            subject.finding(
                in: .alt, code: "alt-noise",
                "the alt text holds \(quoted(part)), which is read aloud letter by letter",
                hint: "hashtags and links belong in the caption")
        }
    }

    private func isHashtag(_ part: String) -> Bool {
        let scalars = Array(part.unicodeScalars)
        guard let mark = scalars.firstIndex(of: "#"), mark + 1 < scalars.count else { return false }
        return scalars[mark + 1].properties.isAlphabetic
    }

    private func isLink(_ part: String) -> Bool {
        let text = Array(folded(part))
        let starts = ["http://", "https://", "www."]
        return starts.contains { position(of: Array($0.unicodeScalars), in: text) != nil }
    }
}

/// No `{placeholder}` reaches a reader.
public struct NoPlaceholderIsLeft: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        WordsField.allCases.flatMap { field in
            subject.text(of: field).flatMap(placeholder).map { found in
                subject.finding(
                    in: field, code: "placeholder-left",
                    "expected finished words in \(field.rawValue) and found the placeholder "
                        + quoted(found))
            } ?? []
        }
    }

    /// The first `{name}` of letters, digits, dots and underlines.
    private func placeholder(in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        for start in scalars.indices where scalars[start] == "{" {
            let name = scalars[(start + 1)...].prefix {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "_"
            }
            guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "}"
            else { continue }
            return String(String.UnicodeScalarView(scalars[start...name.endIndex]))
        }
        return nil
    }
}

/// A card comes with a caption.
public struct CaptionIsThere: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard isBlank(subject.words.caption.whole) else { return [] }
        return subject.finding(
            in: .caption, code: "caption-missing", "expected a caption and found none",
            hint: "write the words that are posted with the picture")
    }
}
