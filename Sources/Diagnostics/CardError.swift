/// The error of a card: a kind, which determines the exit code, and every fault found.
public struct CardError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A fault in a template, a kit, words or a drop file.
        case template
        /// A fault in a parameter value, a row or a name.
        case data
        /// A picture or font is missing or cannot be read.
        case asset
        /// The output cannot be written.
        case output
        /// A temporary failure.
        case busy
    }

    public var kind: Kind
    /// The faults, at least one, in the order of the file.
    public var diagnostics: [Diagnostic]

    public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        precondition(!diagnostics.isEmpty, "a CardError of kind \(kind) has no diagnostic")
        self.kind = kind
        self.diagnostics = diagnostics
    }

    public init(_ kind: Kind, _ diagnostic: Diagnostic) {
        self.init(kind, [diagnostic])
    }
}

extension CardError: CustomStringConvertible {
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
