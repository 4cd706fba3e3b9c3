public import Diagnostics
import Scenes

/// Alt texts must not be empty.
public struct AltIsThere: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard subject.words.alt.isBlank else { return [] }
        return subject.finding(
            in: .alt, code: "alt-missing", "expected an alt text, found none",
            hint: "describe what the picture shows, with all its words")
    }
}

/// Alt texts must be short enough to be listened to.
///
/// Source: IPTC Photo Metadata, Alt Text (Accessibility): "should not exceed 250 characters".
public struct AltIsShort: WordsCheck {
    /// Limit in grapheme clusters; a longer text is an error.
    public var limit: Int
    /// Limit in grapheme clusters above which a note is given.
    public var target: Int

    public init(limit: Int = 250, target: Int = 125) {
        self.limit = limit
        self.target = target
    }

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard let count = subject.words.alt.count(above: min(target, limit)) else { return [] }
        if count > limit {
            return subject.finding(
                in: .alt, code: "alt-too-long",
                "expected at most \(limit) characters of alt text, found \(count)",
                hint: "move details to longAlt",
                measured: Measure(Double(count), .atMost(Double(limit)), unit: "characters"))
        }
        guard count > target else { return [] }
        return subject.finding(
            in: .alt, code: "alt-long",
            "the alt text has \(count) characters; at most \(target) are recommended",
            measured: Measure(Double(count), .atMost(Double(target)), unit: "characters"))
    }
}

/// Long alt texts must fit the fields of networks.
public struct LongAltIsBounded: WordsCheck {
    /// Limit in grapheme clusters, that of X, Facebook and Instagram.
    public var limit: Int

    public init(limit: Int = 1_000) { self.limit = limit }

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard let count = subject.words.longAlt?.count(above: limit) else { return [] }
        return subject.finding(
            in: .longAlt, code: "long-alt-too-long",
            "expected at most \(limit) characters of long alt text, found \(count)",
            measured: Measure(Double(count), .atMost(Double(limit)), unit: "characters"))
    }
}

extension String {
    /// Number of grapheme clusters; nil if at most `limit`.
    fileprivate func count(above limit: Int) -> Int? {
        // Every cluster has at least one byte and one scalar, and counting clusters is slow.
        guard utf8.count > limit, unicodeScalars.count > limit, count > limit else { return nil }
        return count
    }
}
