public import BlueHeartDiagnostics
import BlueHeartScenes

/// Alt texts must not be empty.
public struct AltIsThere: WordsCheck {
    private static let missing = CheckRule(
        "alt-missing", .alt, .error, "The alt text is missing.")
    public static let rules = [missing]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard subject.words.alt.isBlank else { return [] }
        return subject.finding(
            Self.missing, in: .alt, "expected an alt text, found none",
            hint: "describe what the picture shows, with all its words")
    }
}

/// Alt texts must be short enough to be listened to.
///
/// Source: IPTC Photo Metadata, Alt Text (Accessibility): "should not exceed 250 characters".
public struct AltIsShort: WordsCheck {
    private static let tooLong = CheckRule(
        "alt-too-long", .alt, .error, "The alt text has more than 250 characters.")
    private static let long = CheckRule(
        "alt-long", .alt, .note,
        "The alt text has more than the recommended 125 characters.")
    public static let rules = [tooLong, long]

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
                Self.tooLong, in: .alt,
                "expected at most \(limit) characters of alt text, found \(count)",
                hint: "move details to longAlt",
                measured: Measure(Double(count), .atMost(Double(limit)), unit: "characters"))
        }
        guard count > target else { return [] }
        return subject.finding(
            Self.long, in: .alt,
            "the alt text has \(count) characters; at most \(target) are recommended",
            measured: Measure(Double(count), .atMost(Double(target)), unit: "characters"))
    }
}

/// Long alt texts must fit the fields of networks.
public struct LongAltIsBounded: WordsCheck {
    private static let tooLong = CheckRule(
        "long-alt-too-long", .alt, .error, "The long alt text has more than 1,000 characters.")
    public static let rules = [tooLong]

    /// Limit in grapheme clusters, that of X, Facebook and Instagram.
    public var limit: Int

    public init(limit: Int = 1_000) { self.limit = limit }

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard let count = subject.words.longAlt?.count(above: limit) else { return [] }
        return subject.finding(
            Self.tooLong, in: .longAlt,
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
