/// A fault or finding, with place and cure.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable { case error, warning, note }

    public var severity: Severity
    /// Stable and kebab-case, for tests, logs and scripts: `unknown-field`.
    public var code: String
    /// One sentence with the expected and the found value.
    public var message: String
    public var location: SourceLocation?
    /// Path from the root of the document: `layers[2].fontSize`.
    public var path: JSONPath
    /// Cure, if known.
    public var hint: String?
    /// Measured value and area, for checks of a finished card.
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
    /// The diagnostic in up to four lines: location, severity and message; the JSON path; the hint;
    /// the kit's reason for another severity.
    public var description: String {
        var text = location.map { "\($0): " } ?? ""
        text += "\(severity.rawValue): \(message) [\(code)]"
        if !path.isRoot { text += "\n  at \(path)" }
        if let hint { text += "\n  hint: \(hint)" }
        if let reason = finding?.kitReason { text += "\n  the kit: \(reason)" }
        return text
    }
}
