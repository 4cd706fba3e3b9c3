import CBlueHeartICU

/// A language by its BCP 47 tag, with the properties that layout needs.
public struct Language: Hashable, Sendable {
    /// The tag as kits write it: `en`, `sk`, `zh-Hans`.
    public let tag: String
    public let direction: TextDirection

    public init(tag: String, direction: TextDirection) {
        self.tag = tag
        self.direction = direction
    }

    /// Reads a tag; the direction is that of the language's most likely script.
    ///
    /// - Throws: `LanguageFault` if the tag is not BCP 47, not in its canonical form (`zh-hans` for
    ///   `zh-Hans`), or not a registered language.
    public init(tag: String) throws(LanguageFault) {
        let locale = try localeName(ofTag: tag)
        let canonical = canonicalTag(ofLocale: locale)
        guard canonical == tag else {
            throw LanguageFault(tag: tag, reason: .notCanonical(canonical: canonical))
        }
        let threeLetters = unsafe String(cString: icu_three_letters(locale))
        let primary = String(tag.prefix { $0 != "-" })
        guard !threeLetters.isEmpty || registeredLanguages.contains(primary) else {
            throw LanguageFault(tag: tag, reason: .unknown)
        }
        let runsRightToLeft = unsafe icu_runs_right_to_left(locale)
        self.init(tag: tag, direction: runsRightToLeft ? .rightToLeft : .leftToRight)
    }
}

/// The side on which a line of text begins.
public enum TextDirection: String, Hashable, Sendable {
    case leftToRight, rightToLeft
}

/// Reason for refusing a language tag.
public struct LanguageFault: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case malformed
        case notCanonical(canonical: String)
        case unknown
    }

    public var tag: String
    public var reason: Reason

    public init(tag: String, reason: Reason) {
        self.tag = tag
        self.reason = reason
    }
}

extension LanguageFault: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .malformed: "expected a BCP 47 language tag such as sk or zh-Hans, found \"\(tag)\""
        case .notCanonical(let canonical):
            "expected the language tag \"\(canonical)\", found \"\(tag)\""
        case .unknown: "unknown language tag \"\(tag)\""
        }
    }
}

extension Language {
    /// The script the language is most likely written in: `Latn` for `sk`, `Hans` for `zh`.
    public var likelyScript: String {
        let likely = unsafe icuName { unsafe icu_likely_locale(self.locale, $0, $1, $2) }
        return unsafe icuName { unsafe icu_script_of_locale(likely, $0, $1, $2) }
    }

    /// Language and most likely region, in the form of Open Graph: `sk_SK`, `zh_CN`.
    public var likelyLocale: String {
        let parts = unsafe icuName { unsafe icu_likely_locale(self.locale, $0, $1, $2) }
            .split(separator: "_")
        guard let language = parts.first, let region = parts.last, parts.count > 1 else {
            return primaryTag
        }
        return "\(language)_\(region)"
    }

    /// The primary language subtag, in lower case: `zh` of `zh-Hans`.
    public var primaryTag: String {
        String(tag.prefix { $0 != "-" }).lowercased()
    }

    /// ICU's locale name of the language; the root locale if the tag is malformed.
    var locale: String {
        rootIsDefault
        do throws(LanguageFault) { return try localeName(ofTag: tag) } catch { return "und" }
    }
}

/// Sets ICU's default locale once: for a language without data ICU uses the root locale, not the
/// environment's.
private let rootIsDefault: Void = {
    var status: Int32 = 0
    unsafe icu_set_default_locale(&status)
    checkICU(status)
}()

/// ICU's name for a tag: `zh_Hans`.
private func localeName(ofTag tag: String) throws(LanguageFault) -> String {
    var parsed: Int32 = 0
    let isPlain = tag.utf8.allSatisfy { $0 < 0x80 && $0 != 0 } && (2...64).contains(tag.utf8.count)
    guard isPlain else { throw LanguageFault(tag: tag, reason: .malformed) }
    let name = unsafe icuName { unsafe icu_locale_for_tag(tag, $0, $1, &parsed, $2) }
    guard Int(parsed) == tag.utf8.count else { throw LanguageFault(tag: tag, reason: .malformed) }
    return name
}

private func canonicalTag(ofLocale locale: String) -> String {
    unsafe icuName { unsafe icu_tag_for_locale(locale, $0, $1, $2) }
}
