public import Diagnostics
public import Placements

/// One card to be made: which one, with what filled in.
public struct CardJob: Hashable, Sendable {
    /// A name in the templates folder, or the path of a kit's folder where it has a `/`.
    public var kit: String
    public var template: TemplateChoice
    /// The tag as the kit lists it.
    public var language: String
    public var placement: String
    /// Values of parameters by name, as people write them.
    public var filling: [String: String]
    /// nil: the placement's best.
    public var format: Placement.Format?
    public var effort: Effort
    /// Pictures of the caller's own, by the name that `filling` gives them.
    public var imageBytes: [String: [UInt8]]
    public var files: FileAccess
    /// What happens where nobody filled in a parameter that has no default.
    public var gaps: Gaps
    /// The row that was filled in, for messages.
    public var location: SourceLocation?

    public enum TemplateChoice: Hashable, Sendable {
        /// A template of the kit.
        case named(String)
        /// A file; the kit is the folder it lies in, where that has a `kit.json`.
        case file(String)

        /// What a person wrote: a file where it has a `/` or ends in `.json`.
        public init(_ text: String) {
            let bytes = Array(text.utf8)
            let isFile = bytes.contains(UInt8(ascii: "/")) || text.hasSuffix(".json")
            self = isFile ? .file(text) : .named(text)
        }
    }

    /// How long a PNG may take to get small.
    public enum Effort: String, Hashable, Sendable, CaseIterable { case fast, `default`, small }

    /// Whether an image parameter may name a file outside the kit.
    public enum FileAccess: Hashable, Sendable {
        case none
        /// Relative paths are seen from this folder.
        case from(folder: String)
    }

    /// `examples` shows a kit as it is: what the parameters say they may look like is filled in.
    public enum Gaps: Hashable, Sendable { case left, examples }

    /// The kit where none is named: the one place that knows it.
    public static let houseKit = "blue-heart"

    public init(
        kit: String = CardJob.houseKit, template: TemplateChoice, language: String,
        placement: String, filling: [String: String] = [:], format: Placement.Format? = nil,
        effort: Effort = .default, imageBytes: [String: [UInt8]] = [:], files: FileAccess = .none,
        gaps: Gaps = .left, location: SourceLocation? = nil
    ) {
        self.kit = kit
        self.template = template
        self.language = language
        self.placement = placement
        self.filling = filling
        self.format = format
        self.effort = effort
        self.imageBytes = imageBytes
        self.files = files
        self.gaps = gaps
        self.location = location
    }
}
