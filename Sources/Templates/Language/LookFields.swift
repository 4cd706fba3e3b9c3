import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// Fields of how a node looks beside its content.
struct LookFields: FieldSet {
    static let fields = Self()
    let fill = Field(
        "fill", .paint, shown: "none", also: ["background", "backgroundColor", "bgColor"],
        example: #""paper""#, "The paint of the box or shape")
    let stroke = Field(
        "stroke", .stroke, shown: "none", also: ["border", "outlineStroke"],
        example: #"{ "width": 6, "paint": "ink" }"#, "A line along the box or shape")
    let corner = Field(
        "corner", .corners, shown: "0",
        also: ["borderRadius", "radius", "cornerRadius", "rx"], example: #""s""#,
        "The radius of corners: one length, or one for each; % of the shorter side")
    let cornerSmoothing = Field(
        "cornerSmoothing", .number(in: 0...1), default: 0, example: "0.6",
        "0 is a circle's arc; towards 1 the curvature fades in without a jump")
    let clip = Field(
        "clip", .clip, shown: "none", also: ["overflowHidden", "clipPath"], example: "true",
        "Cuts off everything outside the rounded box (`true`) or a shape")
    let mask = Field(
        "mask", .drawing, shown: "none",
        example: #"{ "type": "shape", "shape": "heart", "fill": "ink" }"#,
        "A node whose alpha multiplies this node's; always there, not a `repeat`")
    let opacity = Field(
        "opacity", .number(in: 0...1), default: 1, also: ["alpha"], example: "0.8",
        "From 0, not seen, to 1")
    let blend = Field(
        "blend", .choice(), default: BlendMode.normal, also: ["blendMode", "mixBlendMode"],
        example: #""multiply""#, "The way in which colours meet those below")
    let shadow = Field(
        "shadow", .shadows, shown: "none", also: ["boxShadow", "textShadow", "dropShadow"],
        example: #"{ "color": "ink/40%", "y": 8, "blur": 12 }"#,
        "A shadow below the node, or a list of up to 16")
    let innerShadow = Field(
        "innerShadow", .shadows, shown: "none",
        example: #"{ "color": "ink/40%", "y": 4, "blur": 6 }"#,
        "A shadow that the node's edge throws on itself, or a list of up to 16")
    let blur = Field(
        "blur", .px(.blur), default: 0, example: "12",
        "The standard deviation of a Gaussian blur, at most 256 px on the card")
    let rotate = Field(
        "rotate", .number(in: -3600...3600, unit: "degrees"), default: 0,
        also: ["rotation", "transform"], example: "-8", "Turns the node clockwise around its middle"
    )
    let scale = Field(
        "scale", .scale, shown: "1", example: "1.2",
        "Makes the node larger or smaller around its middle")
    let translate = Field(
        "translate", .translation, shown: "0", also: ["offset"], example: #"{ "x": 12, "y": -4 }"#,
        "Moves the node; x towards the end of the line")
    let mirror = Field(
        "mirror", .choice(), default: Mirroring.auto, also: ["flip"], example: #""always""#,
        "Whether the drawing is flipped where the language runs from right to left")
    let role = Field(
        "role", .choice(NodeRole.self), shown: "as the node around it", example: #""symbol""#,
        "The meaning of the node for the checks of the finished picture")
}

extension RecordReader {
    /// The look of a node; `outer` knows the direction in which the parent lays out.
    mutating func appearance(outer: Resolver) -> Appearance {
        let fields = LookFields.fields
        var look = Appearance()
        look.fill = optional(fields.fill)
        look.stroke = optional(fields.stroke)
        look.corners = corners(fields) ?? .square
        switch optional(fields.clip) {
        case .box?: look.clipping = .box
        case .shape(let outline)?: look.clipOutline = outline
        case .nothing?, nil: break
        }
        look.mask = optional(fields.mask).map { Indirect($0) }
        look.opacity = self[fields.opacity]
        look.blend = self[fields.blend]
        look.effects = effects(fields)
        look.transform = transform(fields, outer)
        return look
    }

    /// The corners of a box; nil where the file does not give them.
    mutating func corners(_ fields: LookFields) -> Corners? {
        let smoothing = self[fields.cornerSmoothing]
        var corners = optional(fields.corner)
        corners?.smoothing = smoothing
        return corners
    }

    /// Inner shadows first, then the blur, then the shadows of the result.
    private mutating func effects(_ fields: LookFields) -> [Effect] {
        var effects = shadows(fields.innerShadow).map(Effect.innerShadow)
        let sigma = self[fields.blur]
        if sigma > 0 { effects.append(.blur(sigma: sigma)) }
        return effects + shadows(fields.shadow).map(Effect.dropShadow)
    }

    private mutating func shadows(_ field: Field<[Shadow]>) -> [Shadow] {
        let shadows = optional(field) ?? []
        if shadows.count > 16 {
            note("out-of-range", "expected at most 16 shadows", at: field)
        }
        return shadows
    }

    /// Flips, scales, turns and moves, in this order.
    private mutating func transform(_ fields: LookFields, _ outer: Resolver) -> Transform {
        var transform = Transform.identity
        if self[fields.mirror] == .always, resolver.language.direction == .rightToLeft {
            transform = transform.then(.scale(x: -1, y: 1))
        }
        if let scale = optional(fields.scale) {
            transform = transform.then(.scale(x: scale.x, y: scale.y))
        }
        let turn = self[fields.rotate]
        if turn != 0 { transform = transform.then(.rotation(Angle(degrees: turn))) }
        if let shift = optional(fields.translate) {
            let x = outer.direction == .rightToLeft ? -shift.x : shift.x
            transform = transform.then(.translation(Point(x: x, y: shift.y)))
        }
        return transform
    }
}

// MARK: - Corners

struct CornerFields: FieldSet {
    static let fields = Self()
    let topStart = Field(
        "topStart", .length(), shown: "0", also: ["topLeft"], example: "12",
        "The upper corner where lines begin")
    let topEnd = Field(
        "topEnd", .length(), shown: "0", also: ["topRight"], example: "12",
        "The upper corner where lines end")
    let bottomEnd = Field(
        "bottomEnd", .length(), shown: "0", also: ["bottomRight"], example: "12",
        "The lower corner where lines end")
    let bottomStart = Field(
        "bottomStart", .length(), shown: "0", also: ["bottomLeft"], example: "12",
        "The lower corner where lines begin")
}

extension ValueType where Value == Corners {
    /// One radius for all corners, or an object of corners.
    static var corners: ValueType {
        ValueType<Length>.length().map { Corners(all: $0) }
            .or(
                object: object(CornerFields.self, standIn: .square) {
                    reader, fields throws(CardError) in
                    let start = (
                        top: reader.optional(fields.topStart) ?? .px(0),
                        bottom: reader.optional(fields.bottomStart) ?? .px(0)
                    )
                    let end = (
                        top: reader.optional(fields.topEnd) ?? .px(0),
                        bottom: reader.optional(fields.bottomEnd) ?? .px(0)
                    )
                    let isMirrored = reader.resolver.direction == .rightToLeft
                    let (left, right) = isMirrored ? (end, start) : (start, end)
                    return Corners(
                        topLeft: left.top, topRight: right.top, bottomRight: right.bottom,
                        bottomLeft: left.bottom)
                }
            ).named("corners", "One radius for all corners, or an object of corners")
    }
}

// MARK: - Scale and shift

struct ScaleFields: FieldSet {
    static let fields = Self()
    let x = Field("x", .number(in: -100...100), default: 1, example: "1.2", "Across")
    let y = Field("y", .number(in: -100...100), default: 1, example: "0.8", "Up and down")
}

struct ShiftFields: FieldSet {
    static let fields = Self()
    let x = Field("x", .px(.shift), default: 0, example: "12", "Towards the end of the line")
    let y = Field("y", .px(.shift), default: 0, example: "-4", "Downwards")
}

extension ValueType where Value == Point {
    fileprivate static var scale: ValueType {
        ValueType<Double>.number(in: -100...100).map { Point(x: $0, y: $0) }
            .expecting("a number or { \"x\": …, \"y\": … }")
            .or(
                object: object(ScaleFields.self, standIn: Point(x: 1, y: 1)) {
                    reader, fields throws(CardError) in
                    Point(x: reader[fields.x], y: reader[fields.y])
                })
    }

    fileprivate static var translation: ValueType {
        object(ShiftFields.self, standIn: Point(x: 0, y: 0)) { reader, fields throws(CardError) in
            Point(x: reader[fields.x], y: reader[fields.y])
        }
    }
}
