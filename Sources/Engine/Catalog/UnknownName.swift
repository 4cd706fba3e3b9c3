public import Diagnostics

extension Diagnostic {
    /// A name that is none of those there are.
    ///
    /// - Parameter thing: how messages name it: `template`.
    public static func unknown(
        _ thing: String, _ name: String, among names: [String], at location: SourceLocation? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: "unknown-\(thing)", "there is no \(thing) \(quoted(name))", at: location,
            hint: nameHint(for: name, among: names))
    }
}
