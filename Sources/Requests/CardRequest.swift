public import BlueHeartFormats

/// A request for one card, with everything given by name.
///
/// The same type for a command line, a row, a JSON request and an address.
public struct CardRequest: Hashable, Sendable {
    /// A name in the templates folder, or the path of a kit's folder if it has a `/`; nil for the
    /// catalogue's default.
    public var kit: String?
    public var template: TemplateChoice
    /// The tag as the kit lists it; nil for the kit's first.
    public var language: String?
    /// nil for the template's first.
    public var placement: String?
    public var values: ParameterValues
    /// Files of pictures in the request, by the keys used in `values`.
    public var pictures: [String: [UInt8]]
    /// nil for the placement's preferred format.
    public var format: ImageFormat?
    public var effort: EncodeEffort
    public var files: FileAccess
    public var gaps: Gaps
    /// `none` only to measure the cost of the checks.
    @_spi(Benchmarks) public var checks = Checks.all

    /// Access of image parameters to files outside the kit.
    public enum FileAccess: Hashable, Sendable {
        case none
        /// Relative paths refer to this folder.
        case from(folder: String)
    }

    /// Treatment of a parameter without a value and a default: left empty, or set to the template's
    /// example.
    public enum Gaps: Hashable, Sendable { case left, examples }

    @_spi(Benchmarks) public enum Checks: Hashable, Sendable { case all, none }

    public init(
        kit: String? = nil, template: TemplateChoice, language: String? = nil,
        placement: String? = nil, values: ParameterValues = [:],
        pictures: [String: [UInt8]] = [:], format: ImageFormat? = nil,
        effort: EncodeEffort = .default, files: FileAccess = .none, gaps: Gaps = .left
    ) {
        self.kit = kit
        self.template = template
        self.language = language
        self.placement = placement
        self.values = values
        self.pictures = pictures
        self.format = format
        self.effort = effort
        self.files = files
        self.gaps = gaps
    }
}
