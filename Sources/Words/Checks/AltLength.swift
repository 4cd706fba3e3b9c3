public import Diagnostics
import Scenes

/// An alt text says something.
public struct AltIsThere: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard subject.words.alt.isBlank else { return [] }
        return subject.finding(
            in: .alt, code: "alt-missing", "expected an alt text and found none",
            hint: "say what the picture shows and all its words")
    }
}

/// An alt text is no longer than a screen reader's user will listen to.
///
/// Source: IPTC Photo Metadata, Alt Text (Accessibility): "should not exceed 250 characters".
public struct AltIsShort: WordsCheck {
    /// In grapheme clusters.
    public var limit: Int
    /// Above it a note is given.
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
                "expected at most \(limit) characters of alt text and found \(count)",
                hint: "move what is not needed at first hearing to longAlt",
                measured: Measure(Double(count), .atMost(Double(limit)), unit: "characters"))
        }
        guard count > target else { return [] }
        return subject.finding(
            in: .alt, code: "alt-long",
            "the alt text has \(count) characters; about \(target) are heard best",
            measured: Measure(Double(count), .atMost(Double(target)), unit: "characters"))
    }
}

/// A long alt text fits where networks take one.
public struct LongAltIsBounded: WordsCheck {
    /// In grapheme clusters; the alt text of X, Facebook and Instagram ends here.
    public var limit: Int

    public init(limit: Int = 1_000) { self.limit = limit }

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard let count = subject.words.longAlt?.count(above: limit) else { return [] }
        return subject.finding(
            in: .longAlt, code: "long-alt-too-long",
            "expected at most \(limit) characters of long alt text and found \(count)",
            measured: Measure(Double(count), .atMost(Double(limit)), unit: "characters"))
    }
}

extension String {
    /// How many grapheme clusters it has; nil where that is at most `limit`.
    fileprivate func count(above limit: Int) -> Int? {
        // No cluster has less than a byte or a scalar, and finding clusters takes long.
        guard utf8.count > limit, unicodeScalars.count > limit, count > limit else { return nil }
        return count
    }
}
