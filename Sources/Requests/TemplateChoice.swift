/// The template of a request.
public enum TemplateChoice: Hashable, Sendable {
    /// A template of the kit.
    case named(String)
    /// A file; the kit is its folder, if that has a `kit.json`.
    case file(String)

    /// Reads a choice.
    ///
    /// - Parameter text: a file if it has a `/` or ends in `.json`.
    public init(_ text: String) {
        let isFile = text.utf8.contains(UInt8(ascii: "/")) || text.hasSuffix(".json")
        self = isFile ? .file(text) : .named(text)
    }

    public var isFile: Bool { if case .file = self { true } else { false } }
}
