/// A rule for finished cards.
public struct CheckRule: Hashable, Sendable {
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The alt text and the long alt text.
        case alt
        /// The text posted with the picture.
        case caption
        /// All texts, including those on the picture.
        case words
        /// The finished picture.
        case picture
    }

    /// The code of its findings.
    public var code: String
    public var subject: Subject
    /// Severity of its findings, unless the kit changes it.
    public var severity: Diagnostic.Severity
    /// Description of a violation, a complete sentence.
    public var fault: String

    public init(
        _ code: String, _ subject: Subject, _ severity: Diagnostic.Severity, _ fault: String
    ) {
        self.code = code
        self.subject = subject
        self.severity = severity
        self.fault = fault
    }

    /// The severities that a kit may set, nil for off: checks of alt texts cannot be turned off,
    /// and their errors stay errors.
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
    /// A finding of a rule, with the rule's severity.
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
