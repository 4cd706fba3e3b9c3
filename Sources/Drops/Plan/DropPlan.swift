public import Formats
public import Requests

/// What a drop is to hold: rows x templates x languages x placements.
public struct DropPlan: Hashable, Sendable {
    /// A name in the templates folder, or the path of a kit's folder where it has a `/`; nil for
    /// the catalogue's default.
    public var kit: String?
    /// Names of the kit's templates, or paths; nil for all of the kit.
    public var templates: [String]?
    /// Tags; nil for all of the kit.
    public var languages: [String]?
    /// nil for all that a template allows.
    public var placements: [String]?
    public var rows: RowsFile?
    /// Parameters that are the same on every card; a row's own values count more.
    public var set: ParameterValues
    /// nil: `NamePattern.numbered` with rows, `.plain` without.
    public var name: NamePattern?
    /// nil: each placement's best.
    public var format: ImageFormat?
    public var effort: EncodeEffort
    /// Pictures that parameters name are looked for in this folder.
    public var folder: String

    /// What happens where nobody filled in a parameter that has no default.
    public var gaps = CardRequest.Gaps.left

    /// The drop file it was read from.
    public var file: String?

    /// Where rows come from.
    public struct RowsFile: Hashable, Sendable {
        /// `-` is standard input.
        public var path: String
        /// nil: seen from the file's name, or else from its first byte.
        public var format: RowFormat?

        public init(path: String, format: RowFormat? = nil) {
            self.path = path
            self.format = format ?? RowFormat(fileName: path)
        }
    }

    public init(
        kit: String? = nil, templates: [String]? = nil, languages: [String]? = nil,
        placements: [String]? = nil, rows: RowsFile? = nil, set: ParameterValues = [:],
        name: NamePattern? = nil, format: ImageFormat? = nil,
        effort: EncodeEffort = .default, folder: String = "."
    ) {
        self.kit = kit
        self.templates = templates
        self.languages = languages
        self.placements = placements
        self.rows = rows
        self.set = set
        self.name = name
        self.format = format
        self.effort = effort
        self.folder = folder
    }

    /// The files it is made from, as far as it names them.
    public var inputs: [String] {
        let templates = (templates ?? []).filter { TemplateChoice($0).isFile }
        return [file, rows?.path].compactMap { $0 } + templates
    }

    /// How the files are named.
    var pattern: NamePattern { name ?? (rows == nil ? .plain : .numbered) }
}
