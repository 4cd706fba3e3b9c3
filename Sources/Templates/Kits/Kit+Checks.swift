import BlueHeartDiagnostics
import BlueHeartJSON

extension CheckSeverities {
    private enum Level: String, CaseIterable { case error, warning, note, off }

    /// Reads an object of `{ "severity": …, "reason": … }` by code.
    ///
    /// - Parameter rules: those whose severity can be changed.
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath, of rules: [CheckRule]
    ) throws(CardError) -> CheckSeverities {
        var object = ObjectReader(node, at: path)
        let changes = object.eachMember { member, path throws(CardError) in
            try readChange(member, at: path, of: rules)
        }
        try object.finish()
        return CheckSeverities(changes)
    }

    private static func readChange(
        _ member: JSONMember, at path: JSONPath, of rules: [CheckRule]
    ) throws(CardError) -> Change {
        var object = ObjectReader(member.value, at: path)
        let level = object.choice("severity", of: Level.self)
        let reason = object.read("reason", orStandIn: "", readLine)
        let severity = level.flatMap { Diagnostic.Severity(rawValue: $0.rawValue) }
        let change = Change(code: member.name, severity: severity, reason: reason)
        if let rule = rules.named(member.name) {
            if level != nil, !change.isAllowed(for: rule) { noteSilenced(&object) }
        } else {
            noteUnknown(member, of: rules, &object)
        }
        try object.finish()
        return change
    }

    private static func noteSilenced(_ object: inout ObjectReader) {
        object.note(
            "alt-silenced",
            "what is wrong with an alt text cannot be turned off, and an error of it stays an error",
            at: "severity", hint: "mend the alt text")
    }

    private static func noteUnknown(
        _ member: JSONMember, of rules: [CheckRule], _ object: inout ObjectReader
    ) {
        object.note(
            Diagnostic(
                code: "unknown-check", "no check is named \(quoted(member.name))",
                at: member.nameLocation, path: object.path,
                hint: didYouMean(member.name, among: rules.map(\.code))
                    ?? "docs/diagnostics.md lists the checks"))
    }
}

extension ValueType where Value == CheckSeverities {
    static var checkSeverities: ValueType {
        constant(.checks, standIn: CheckSeverities()) { node, path, context throws(CardError) in
            try CheckSeverities.read(node, at: path, of: context.rules)
        }
    }
}
