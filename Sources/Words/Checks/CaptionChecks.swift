public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes

/// Cards must have a caption.
public struct CaptionIsThere: WordsCheck {
    private static let missing = CheckRule(
        "caption-missing", .caption, .error, "The caption is missing.")
    public static let rules = [missing]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard subject.words.caption.text.isBlank else { return [] }
        return subject.finding(
            Self.missing, in: .caption, "expected a caption, found none",
            hint: "write the text that is posted with the picture")
    }
}

/// Captions must fit their network; a disputed limit gives a warning.
public struct CaptionFits: WordsCheck {
    private static let tooLong = CheckRule(
        "caption-too-long", .caption, .error,
        "Even the shortest caption exceeds its network's limit.")
    private static let perhapsTooLong = CheckRule(
        "caption-perhaps-too-long", .caption, .warning,
        "As caption-too-long, for a disputed limit.")
    public static let rules = [tooLong, perhapsTooLong]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        subject.captions.flatMap { caption -> [Diagnostic] in
            let limits = [
                (caption.length.count, caption.limit, "characters"),
                (caption.length.bytes, caption.byteLimit, "bytes"),
            ]
            return limits.flatMap { count, limit, unit -> [Diagnostic] in
                guard let limit, count > limit.value else { return [] }
                let isDisputed = limit.provenance.certainty == .disputed
                return subject.finding(
                    isDisputed ? Self.perhapsTooLong : Self.tooLong, in: .caption,
                    "the shortest caption for \(quoted(caption.network)) has \(count) \(unit), "
                        + "and \(limit.value) are allowed",
                    hint: "shorten its first sentence",
                    measured: Measure(Double(count), .atMost(Double(limit.value)), unit: unit))
            }
        }
    }
}

/// Reports the omitted parts of a network's caption.
public struct CaptionIsWhole: WordsCheck {
    private static let shortened = CheckRule(
        "caption-shortened", .caption, .note, "Parts of a network's caption are omitted.")
    public static let rules = [shortened]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        subject.captions.flatMap { caption -> [Diagnostic] in
            guard caption.fits, !caption.leftOut.isEmpty else { return [] }
            let parts = caption.leftOut.map { quoted($0.text, limit: 40) }.joined(separator: ", ")
            return subject.finding(
                Self.shortened, in: .caption,
                "the caption for \(quoted(caption.network)) omits \(parts)",
                hint: "shorten the caption if every part is needed")
        }
    }
}

/// The sentences of a caption must not contain hashtags and links.
public struct CaptionHasNoTagsOrLinks: WordsCheck {
    private static let noise = CheckRule(
        "caption-noise", .caption, .warning,
        "A sentence of the caption contains a hashtag or a link.")
    public static let rules = [noise]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        [WordsField.caption, .action].flatMap { field -> [Diagnostic] in
            guard let part = subject.text(of: field).flatMap(firstTagOrLink) else { return [] }
            return subject.finding(
                Self.noise, in: field,
                "the sentence contains \(quoted(part)), which cannot be omitted or moved for a network",
                hint: "give the caption a link and hashtags; see the template reference")
        }
    }
}

/// Hashtags must be such that networks link the whole of them.
///
/// Source: twitter-text (hashtags: letters, marks, digits and underscores, not digits alone);
/// Mastodon, `Tag::HASHTAG_NAME_PAT`; Instagram Help, hashtags: no spaces or special characters.
public struct HashtagsAreLinked: WordsCheck {
    private static let cut = CheckRule(
        "hashtag-not-linked", .caption, .warning,
        "A hashtag has a character at which networks end it, or no letter.")
    public static let rules = [cut]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        subject.words.caption.hashtags.flatMap { tag -> [Diagnostic] in
            guard let fault = fault(of: tag.unicodeScalars.drop { $0 == "#" }) else { return [] }
            return subject.finding(
                Self.cut, in: .caption, "the hashtag \(quoted(tag)) \(fault)",
                hint: "write it in letters, digits and underscores: #StopTrafficking")
        }
    }

    private func fault(of name: Substring.UnicodeScalarView) -> String? {
        if let end = name.first(where: { !isLinked($0) }) {
            return "ends at \(quoted(String(end))) on networks"
        }
        let hasLetter = name.contains { !$0.isASCIIDigit && $0 != "_" && isLinked($0) }
        return hasLetter ? nil : "has no letter, so that networks do not link it"
    }

    private func isLinked(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.isASCIILetterOrDigit || scalar == "_" }
        // Joiners of Persian and Indic words, and the middle dot of Catalan.
        if [0x200C, 0x200D, 0xB7, 0x30FB].contains(scalar.value) { return true }
        return !ScalarCategories(of: scalar).isDisjoint(with: .ofHashtags)
    }
}

extension ScalarCategories {
    fileprivate static let ofHashtags: ScalarCategories = [
        .letter, .nonspacingMark, .spacingMark, .decimalDigit,
    ]
}

/// Hashtags must be in camel case, so that screen readers separate the words.
///
/// Source: accessible-social.com, hashtags.
public struct HashtagsAreInCamelCase: WordsCheck {
    private static let lowercase = CheckRule(
        "hashtag-case", .caption, .warning,
        "A long hashtag has no capitals, so that screen readers read it as one word.")
    public static let rules = [lowercase]

    /// Length above which a lower-case hashtag is rarely a single word.
    private static let longWord = 12

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        subject.words.caption.hashtags.filter(isFlat).flatMap { tag in
            subject.finding(
                Self.lowercase, in: .caption,
                "the hashtag \(quoted(tag)) has no capitals to separate its words",
                hint: "write it like #EndHumanTrafficking")
        }
    }

    private func isFlat(_ tag: String) -> Bool {
        if tag.unicodeScalars.contains(where: isPlainCapital) { return false }
        let letters = tag.unicodeScalars.filter { $0.properties.isCased }
        return letters.count > Self.longWord && !letters.contains { $0.properties.isUppercase }
    }
}
