public import BlueHeartFormats
public import BlueHeartRequests

/// The content of a drop: rows x templates x languages x placements.
public struct DropPlan: Hashable, Sendable {
    /// A name in the templates folder, or the path of a kit's folder if it has a `/`; nil for the
    /// catalogue's default.
    public var kit: String?
    /// Names of the kit's templates, or paths; nil for all of the kit.
    public var templates: [String]?
    /// Tags; nil for all of the kit.
    public var languages: [String]?
    /// nil for all that a template allows.
    public var placements: [String]?
    public var rows: RowsFile?
    /// Values for every card; a row's own values override them.
    public var set: ParameterValues
    /// nil: `NamePattern.numbered` with rows, `.plain` without.
    public var name: NamePattern?
    /// nil: each placement's preferred format.
    public var format: ImageFormat?
    public var effort: EncodeEffort
    /// The column whose value identifies a row in every drop; nil: the row's content.
    public var key: String?
    /// Folder to which picture paths in parameters are relative.
    public var folder: String

    /// Treatment of parameters without a value and a default.
    public var gaps = CardRequest.Gaps.left

    /// The drop file it was read from.
    public var file: String?

    /// The source of rows.
    public struct RowsFile: Hashable, Sendable {
        /// `-` is standard input.
        public var path: String
        /// nil: derived from the file's name, otherwise from its first byte.
        public var format: RowFormat?

        /// nil: found in the first lines.
        public var separator: RowSeparator?
        /// Sheet of a workbook; nil for the first that is not hidden.
        public var sheet: String?

        public init(path: String, format: RowFormat? = nil, separator: RowSeparator? = nil) {
            self.path = path
            self.separator = separator
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

    /// Pattern of the file names.
    var pattern: NamePattern { name ?? (rows == nil ? .plain : .numbered) }
}
