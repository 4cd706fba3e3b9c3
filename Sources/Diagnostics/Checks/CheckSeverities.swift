/// Severities of rules changed by a kit.
public struct CheckSeverities: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        public var code: String
        /// nil: findings are not reported.
        public var severity: Diagnostic.Severity?
        public var reason: String

        public init(code: String, severity: Diagnostic.Severity?, reason: String) {
            self.code = code
            self.severity = severity
            self.reason = reason
        }

        public func isAllowed(for rule: CheckRule) -> Bool {
            isAllowed(for: rule, about: rule.subject)
        }

        fileprivate func isAllowed(for rule: CheckRule, about subject: CheckRule.Subject) -> Bool {
            rule.severities(about: subject).contains(severity)
        }
    }

    public private(set) var changes: [Change] = []

    public init(_ changes: [Change] = []) {
        self.changes = changes
    }

    /// The findings with the kit's severities; other diagnostics are unchanged, and findings in an
    /// alt text are not silenced by a rule for all words.
    public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !changes.isEmpty else { return diagnostics }
        return diagnostics.compactMap(applied)
    }

    private func applied(to diagnostic: Diagnostic) -> Diagnostic? {
        guard let finding = diagnostic.finding,
            let change = changes.first(where: { isSameName($0.code, diagnostic.code) }),
            change.isAllowed(for: finding.rule, about: finding.subject ?? finding.rule.subject)
        else { return diagnostic }
        guard let severity = change.severity else { return nil }
        var changed = diagnostic
        changed.severity = severity
        changed.finding?.kitReason = change.reason
        return changed
    }
}
