/// Rules to which a kit gives another severity than their own.
public struct CheckSeverities: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        public var code: String
        /// nil: findings are not told.
        public var severity: Diagnostic.Severity?
        public var reason: String

        public init(code: String, severity: Diagnostic.Severity?, reason: String) {
            self.code = code
            self.severity = severity
            self.reason = reason
        }

        /// Whether the rule allows it: what is wrong with an alt text is always told, and an error
        /// of it stays one.
        public func isAllowed(for rule: CheckRule) -> Bool {
            guard rule.subject == .alt else { return true }
            return severity != nil && (rule.severity != .error || severity == .error)
        }
    }

    public private(set) var changes: [Change] = []

    public init(_ changes: [Change] = []) {
        self.changes = changes
    }

    /// The findings as the kit takes them; diagnostics that no rule found stay as they are.
    public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !changes.isEmpty else { return diagnostics }
        return diagnostics.compactMap(applied)
    }

    private func applied(to diagnostic: Diagnostic) -> Diagnostic? {
        guard diagnostic.finding != nil,
            let change = changes.first(where: { isSameName($0.code, diagnostic.code) })
        else { return diagnostic }
        guard let severity = change.severity else { return nil }
        var changed = diagnostic
        changed.severity = severity
        changed.finding?.kitReason = change.reason
        return changed
    }
}
