public import Formats

/// One card that is asked for, everything by its name.
///
/// The same for a command line, a row, a JSON job and an address.
public struct CardRequest: Hashable, Sendable {
    /// A name in the templates folder, or the path of a kit's folder where it has a `/`; nil for
    /// the catalogue's default.
    public var kit: String?
    public var template: TemplateChoice
    /// The tag as the kit lists it; nil for the kit's first.
    public var language: String?
    /// nil for the template's first.
    public var placement: String?
    public var values: ParameterValues
    /// Files of pictures that come with the request, by the keys that `values` gives them.
    public var pictures: [String: [UInt8]]
    /// nil for the placement's best.
    public var format: ImageFormat?
    public var effort: EncodeEffort
    public var files: FileAccess
    public var gaps: Gaps
    /// `none` only to measure what the checks cost.
    @_spi(Benchmarks) public var checks = Checks.all

    /// Access of image parameters to files outside the kit.
    public enum FileAccess: Hashable, Sendable {
        case none
        /// Relative paths are seen from this folder.
        case from(folder: String)
    }

    /// What stands for a parameter without a value and without a default: nothing, or the
    /// template's own example.
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
