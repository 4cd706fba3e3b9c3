public import BlueHeartDiagnostics

extension Diagnostic {
    /// The error for an unknown name.
    ///
    /// - Parameter thing: its kind in messages: `template`.
    public static func unknown(
        _ thing: String, _ name: String, among names: [String], at location: SourceLocation? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: "unknown-\(thing)", "there is no \(thing) \(quoted(name))", at: location,
            hint: nameHint(for: name, among: names))
    }
}
