/// A rule that finished cards are held to.
public struct CheckRule: Hashable, Sendable {
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The words that stand for the picture.
        case alt
        /// What is posted with it.
        case caption
        /// All words, those on the picture too.
        case words
        /// What is seen.
        case picture
    }

    /// The code of its findings.
    public var code: String
    public var subject: Subject
    /// What a finding is where the kit says nothing else.
    public var severity: Diagnostic.Severity

    init(_ code: String, _ subject: Subject, _ severity: Diagnostic.Severity) {
        self.code = code
        self.subject = subject
        self.severity = severity
    }

    /// The rule of a code; nil where no check has it.
    public static func named(_ code: String) -> CheckRule? {
        all.first { isSameName($0.code, code) }
    }

    /// Every rule there is, in the order of the documentation.
    ///
    /// A check that is not among them can be neither raised nor lowered, and traps when it finds.
    public static let all: [CheckRule] = [
        CheckRule("alt-missing", .alt, .error),
        CheckRule("alt-file-name", .alt, .error),
        CheckRule("alt-placeholder", .alt, .error),
        CheckRule("alt-lacks-words", .alt, .error),
        CheckRule("alt-too-long", .alt, .error),
        CheckRule("long-alt-too-long", .alt, .error),
        CheckRule("alt-long", .alt, .note),
        CheckRule("alt-says-picture", .alt, .warning),
        CheckRule("alt-noise", .alt, .warning),
        CheckRule("alt-credit", .alt, .warning),
        CheckRule("alt-repeats", .alt, .warning),
        CheckRule("alt-shouts", .alt, .warning),
        CheckRule("alt-unfinished", .alt, .note),
        CheckRule("words-other-script", .words, .error),
        CheckRule("words-other-language", .words, .warning),
        CheckRule("caption-missing", .caption, .error),
        CheckRule("caption-too-long", .caption, .error),
        CheckRule("caption-perhaps-too-long", .caption, .warning),
        CheckRule("caption-shortened", .caption, .note),
        CheckRule("caption-noise", .caption, .warning),
        CheckRule("hashtag-case", .caption, .warning),
        CheckRule("placeholder-left", .words, .error),
        CheckRule("text-low-contrast", .picture, .warning),
        CheckRule("text-indistinct", .picture, .warning),
        CheckRule("text-too-small", .picture, .warning),
        CheckRule("text-cropped", .picture, .warning),
        CheckRule("text-covered", .picture, .warning),
        CheckRule("text-outside-safe-zone", .picture, .warning),
        CheckRule("symbol-low-contrast", .picture, .warning),
        CheckRule("symbol-indistinct", .picture, .warning),
        CheckRule("symbol-cropped", .picture, .warning),
        CheckRule("symbol-covered", .picture, .warning),
        CheckRule("symbol-outside-safe-zone", .picture, .warning),
        CheckRule("symbol-distorted", .picture, .warning),
        CheckRule("symbol-too-small", .picture, .warning),
        CheckRule("symbol-crowded", .picture, .warning),
    ]
}

extension Diagnostic {
    /// What a rule found, with the severity of the rule.
    public static func finding(
        _ code: String, _ message: String, at location: SourceLocation? = nil,
        path: JSONPath = JSONPath(), hint: String? = nil, area: PictureArea? = nil,
        measured: Measure? = nil
    ) -> Diagnostic {
        guard let rule = CheckRule.named(code) else {
            preconditionFailure("the check \(code) is none of CheckRule.all")
        }
        return Diagnostic(
            rule.severity, code: code, message, at: location, path: path, hint: hint,
            finding: Finding(area: area, measured: measured))
    }
}
