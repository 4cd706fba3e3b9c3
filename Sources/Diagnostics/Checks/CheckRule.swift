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
    /// What is wrong where it finds something, as part of a sentence.
    public var fault: String

    public init(
        _ code: String, _ subject: Subject, _ severity: Diagnostic.Severity, _ fault: String
    ) {
        self.code = code
        self.subject = subject
        self.severity = severity
        self.fault = fault
    }

    /// The severities a kit may give what it finds, nil for off: what is wrong with an alt text is
    /// always told, and an error of it stays one.
    public func severities(about subject: Subject) -> [Diagnostic.Severity?] {
        guard subject == .alt else { return [.error, .warning, .note, nil] }
        return severity == .error ? [.error] : [.error, .warning, .note]
    }
}

extension Sequence<CheckRule> {
    /// The rule of a code; nil if there is none.
    public func named(_ code: String) -> CheckRule? { first { isSameName($0.code, code) } }
}

extension Diagnostic {
    /// What a rule found, with the severity of the rule.
    public static func finding(
        _ rule: CheckRule, _ message: String, at location: SourceLocation? = nil,
        path: JSONPath = JSONPath(), hint: String? = nil, area: PictureArea? = nil,
        measured: Measure? = nil, subject: CheckRule.Subject? = nil
    ) -> Diagnostic {
        Diagnostic(
            rule.severity, code: rule.code, message, at: location, path: path, hint: hint,
            finding: Finding(rule, area: area, measured: measured, subject: subject))
    }
}
