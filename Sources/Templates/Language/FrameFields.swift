import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

/// Fields of a frame's arrangement.
struct FrameFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a frame"
    let direction = Field(
        "direction", .choice(), default: Frame.Axis.column, also: ["flexDirection", "layout"],
        example: #""row""#, "The direction in which children follow one another")
    let gap = Field(
        "gap", .px(), default: 0, also: ["spacing"], example: #""m""#,
        "The room between neighbours along the direction")
    let lineGap = Field(
        "lineGap", .px(), default: 0, also: ["rowGap"], example: #""s""#,
        "The room between the lines of a wrapped frame")
    let align = Field(
        "align", .choice(), default: Frame.Alignment.stretch, also: ["alignItems"],
        example: #""center""#,
        "The place of children across the direction; in an overlay horizontally")
    let justify = Field(
        "justify", .choice(), default: Frame.Justification.start, also: ["justifyContent"],
        example: #""spaceBetween""#,
        "The place of children along the direction; in an overlay vertically")
}

/// The wrapping of a frame.
struct FrameWrapFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a frame"
    let wrap = Field(
        "wrap", .wrapping(), default: Frame.Wrapping.none, also: ["flexWrap"], example: #""wrap""#,
        "Whether children that do not fit begin a new line")
}

/// The padding of frames and texts.
struct PaddingFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a frame or a text"
    let padding = Field(
        "padding", .sides(.padding), shown: "0", example: #"{ "horizontal": "safe+l", "top": 24 }"#,
        "Room inside the box: one length for all sides, or one for each")
}

extension RecordReader {
    /// The arrangement of a frame; its children are compiled apart.
    ///
    /// - Parameter readsWrap: false where `wrap` may be meant for a text.
    mutating func frame(readsWrap: Bool = true) -> Frame {
        let fields = FrameFields.fields
        var frame = Frame(axis: self[fields.direction])
        frame.direction = resolver.direction
        frame.gap = self[fields.gap]
        frame.lineGap = self[fields.lineGap]
        frame.padding = optional(PaddingFields.fields.padding) ?? .zero
        frame.align = self[fields.align]
        frame.justify = self[fields.justify]
        if readsWrap { frame.wrapping = self[FrameWrapFields.fields.wrap] }
        return frame
    }
}
