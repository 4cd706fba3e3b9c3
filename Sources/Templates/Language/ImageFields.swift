import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

/// Fields of how an image shows its picture.
struct ImageFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "an image"
    let fit = Field(
        "fit", .choice(), default: ImageBlock.Fit.cover, also: ["objectFit"],
        example: #""contain""#, "The way in which the picture fills its box")
    let focus = Field(
        "focus", .focus, shown: "the middle", also: ["objectPosition", "focalPoint"],
        example: #"{ "x": 0.6, "y": 0.3 }"#, "The point of the picture that stays in sight")
    let brightness = Field(
        "brightness", .number(in: 0...4), default: 1, example: "0.9", "Times the light")
    let duotone = Field(
        "duotone", .duotone, shown: "none", example: #"{ "dark": "ink", "light": "paper" }"#,
        "Two colours in place of dark and light")
    let tint = Field(
        "tint", .color, shown: "none", example: #""reed/20%""#, "A colour over the picture")
    let imageBlur = Field(
        "imageBlur", .px(.blur), default: 0, example: "4",
        "The standard deviation of a blur of the picture itself")
}

struct SourceFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "an image"
    let source = Field(
        "source", .source, styles: false, also: ["src", "href", "url", "image"],
        example: #""photos/river.jpg""#,
        "A file of the kit's artwork (or `./photo.jpg`, beside the template), or a parameter in braces"
    )
}

struct FocusFields: FieldSet {
    static let fields = Self()
    let x = Field("x", .number(in: 0...1), default: 0.5, example: "0.6", "From the left, 0 to 1")
    let y = Field("y", .number(in: 0...1), default: 0.5, example: "0.3", "From the top, 0 to 1")
}

struct DuotoneFields: FieldSet {
    static let fields = Self()
    let dark = Field<Color>.required("dark", .color, example: #""ink""#, "In place of black")
    let light = Field<Color>.required("light", .color, example: #""paper""#, "In place of white")
}

extension ValueType where Value == Point {
    fileprivate static var focus: ValueType {
        object(FocusFields.self, standIn: Point(x: 0.5, y: 0.5)) {
            reader, fields throws(CardError) in
            Point(x: reader[fields.x], y: reader[fields.y])
        }.curing(ForeignNames.cure(forPoint:))
    }
}

extension ValueType where Value == ImageAdjustment.Duotone {
    fileprivate static var duotone: ValueType {
        object(DuotoneFields.self, standIn: ImageAdjustment.Duotone(dark: .black, light: .white)) {
            reader, fields throws(CardError) in
            ImageAdjustment.Duotone(
                dark: reader.required(fields.dark), light: reader.required(fields.light))
        }
    }
}

extension RecordReader {
    /// An image but for its source.
    mutating func image() -> ImageBlock {
        let fields = ImageFields.fields
        var block = ImageBlock(image: ImageReference(name: ""))
        block.fit = self[fields.fit]
        block.focus = optional(fields.focus) ?? Point(x: 0.5, y: 0.5)
        block.adjustment.brightness = self[fields.brightness]
        block.adjustment.duotone = optional(fields.duotone)
        block.adjustment.tint = optional(fields.tint)
        block.adjustment.blur = self[fields.imageBlur]
        return block
    }
}

// MARK: - QR codes

struct QRFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a QR code"
    let correction = Field(
        "correction", .choice(), default: QRBlock.Correction.medium, also: ["errorCorrection"],
        example: #""quartile""#, "The share of the code that may be lost")
    let quietZone = Field(
        "quietZone", .integer(in: 0...32, unit: "modules"), default: 4, example: "4",
        "Empty modules around the code")
    let dark = Field(
        "dark", .color, shown: "black", example: #""ink""#, "The colour of dark modules")
    let light = Field(
        "light", .color, shown: "white", example: #""paper""#, "The colour of the ground")
}

extension RecordReader {
    /// A QR code but for its text.
    mutating func qr() -> QRBlock {
        let fields = QRFields.fields
        var block = QRBlock(text: "")
        block.correction = self[fields.correction]
        block.quietZone = self[fields.quietZone]
        block.dark = optional(fields.dark) ?? .black
        block.light = optional(fields.light) ?? .white
        return block
    }
}
