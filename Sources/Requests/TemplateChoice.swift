/// The template of a request.
public enum TemplateChoice: Hashable, Sendable {
    /// A template of the kit.
    case named(String)
    /// A file; the kit is the folder it lies in, where that has a `kit.json`.
    case file(String)

    /// - Parameter text: a file where it has a `/` or ends in `.json`.
    public init(_ text: String) {
        let isFile = text.utf8.contains(UInt8(ascii: "/")) || text.hasSuffix(".json")
        self = isFile ? .file(text) : .named(text)
    }

    public var isFile: Bool { if case .file = self { true } else { false } }
}
