/// One thing wrong with what a person wrote, told so that they can mend it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable { case error, warning, note }

    public var severity: Severity
    /// DeterministicMath and kebab-case, for tests, logs and scripts: `unknown-field`.
    public var code: String
    /// One sentence: what was expected and what was found.
    public var message: String
    public var location: SourceLocation?
    /// The way from the root of the document: `layers[2].fontSize`.
    public var path: JSONPath
    /// What to write instead, where that can be known.
    public var hint: String?
    /// What was measured and where it is seen, where a check of a finished card found it.
    public var finding: Finding?

    public init(
        _ severity: Severity = .error, code: String, _ message: String,
        at location: SourceLocation? = nil, path: JSONPath = JSONPath(), hint: String? = nil,
        finding: Finding? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.path = path
        self.hint = hint
        self.finding = finding
    }
}

extension Diagnostic: CustomStringConvertible {
    /// Up to four lines: place, severity and sentence; the JSON path; the hint; why the kit takes
    /// it so.
    public var description: String {
        var text = location.map { "\($0): " } ?? ""
        text += "\(severity.rawValue): \(message) [\(code)]"
        if !path.isRoot { text += "\n  at \(path)" }
        if let hint { text += "\n  hint: \(hint)" }
        if let reason = finding?.kitReason { text += "\n  the kit: \(reason)" }
        return text
    }
}
