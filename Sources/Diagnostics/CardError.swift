/// Why a card was not made: a kind, which decides the exit code, and every fault found.
public struct CardError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// A template, a kit, words or a drop file is at fault.
        case template
        /// What was filled in is at fault: a parameter, a row, a name.
        case data
        /// A picture or font is missing or cannot be read.
        case asset
        /// The place to write to refuses.
        case output
        /// It may work later.
        case busy
    }

    public var kind: Kind
    /// At least one, in the order of the file.
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
