public import BlueHeartDiagnostics
public import BlueHeartFormats
public import BlueHeartLanguages
public import BlueHeartRequests
public import BlueHeartScenes

/// All data of a finished card except its pixels.
public struct CardRecord: Hashable, Sendable {
    public var kit: String
    public var template: String
    public var language: Language
    public var placement: String
    public var widthInPixels: Int
    public var heightInPixels: Int
    public var format: ImageFormat
    /// Size of the picture's file in bytes.
    public var byteCount: Int
    /// SHA-256 of the picture's file: 64 lowercase hexadecimal digits.
    public var sha256: String
    public var words: SceneWords
    /// Author of the picture; empty if the kit names none.
    public var credit: String
    public var rights: String
    /// Captions for the networks that use the placement, most important first.
    public var captions: [NetworkCaption]
    /// Parameters as they were given.
    public var values: ParameterValues
    /// The texts in paint order.
    public var texts: [DrawnText]
    /// Warnings and notes; an error would have stopped the card.
    public var warnings: [Diagnostic]

    public init(
        kit: String, template: String, language: Language, placement: String,
        widthInPixels: Int, heightInPixels: Int, format: ImageFormat, byteCount: Int,
        sha256: String, words: SceneWords, credit: String = "", rights: String = "",
        captions: [NetworkCaption] = [], values: ParameterValues = [:],
        texts: [DrawnText] = [], warnings: [Diagnostic] = []
    ) {
        self.kit = kit
        self.template = template
        self.language = language
        self.placement = placement
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.format = format
        self.byteCount = byteCount
        self.sha256 = sha256
        self.words = words
        self.credit = credit
        self.rights = rights
        self.captions = captions
        self.values = values
        self.texts = texts
        self.warnings = warnings
    }
}
