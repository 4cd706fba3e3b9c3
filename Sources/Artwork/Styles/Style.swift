import BlueHeartDrawing
import BlueHeartGeometry

/// The look of one element, every property with a value; lengths keep their units.
struct Style: Sendable {
    // Inherited.
    var color = Color.black
    /// Font size in px.
    var fontSize = 16.0
    var fill = PaintValue.color(.black)
    var fillOpacity = 1.0
    var fillRule = FillRule.nonZero
    var clipRule = FillRule.nonZero
    var stroke = PaintValue.none
    var strokeOpacity = 1.0
    var strokeWidth = Length(value: 1, unit: .px)
    var strokeCap = Stroke.Cap.butt
    var strokeJoin = Stroke.Join.miter
    var miterLimit = 4.0
    var dashes: [Length] = []
    var dashOffset = Length.zero
    var isVisible = true
    var markerStart: Reference?
    var markerMid: Reference?
    var markerEnd: Reference?
    var paintOrder = [PaintLayer.fill, .stroke, .markers]
    var isSmooth = true
    var isPixelated = false
    var interpolation = ColorInterpolation.srgb
    var filterInterpolation = ColorInterpolation.linear
    var font = FontStyle()
    /// Text decorations, including those of parent elements.
    var decorations: [String] = []
    /// Custom properties, as written.
    var custom: [String: String] = [:]

    // Not inherited.
    var own = OwnStyle()
}

/// Properties that are not inherited.
struct OwnStyle: Sendable {
    var isDisplayed = true
    var opacity = 1.0
    var clipPath: Reference?
    var mask: Reference?
    var isAlphaMask = false
    var filter: [FilterValue] = []
    var blend = BlendMode.normal
    var isIsolated = false
    /// nil where the property is not set.
    var clipsOverflow: Bool?
    var stopColor = ColorValue.color(.black)
    var stopOpacity = 1.0
    var floodColor = ColorValue.color(.black)
    var floodOpacity = 1.0
    var lightingColor = ColorValue.color(.white)
    var transform = Transform.identity
    var transformOrigin: [Length] = []
    var scalesStroke = true
    var background: ColorValue?
    /// `baseline-shift` as written; empty if not set.
    var baselineShift = ""
    var alignmentBaseline = ""
}

enum ColorInterpolation: Hashable, Sendable { case srgb, linear }

enum PaintLayer: Hashable, Sendable { case fill, stroke, markers }

/// The value of `fill` and `stroke`.
indirect enum PaintValue: Hashable, Sendable {
    case none
    case color(Color)
    /// The property `color` of the element that is painted.
    case current
    /// A paint server, with a fallback if it does not exist.
    case server(Reference, fallback: PaintValue?)
    case contextFill, contextStroke
}

/// A `url()`.
struct Reference: Hashable, Sendable {
    /// The id; nil for a reference outside of the document.
    var id: String?
    var text: String
}

/// Properties of text.
struct FontStyle: Hashable, Sendable {
    var families: [String] = []
    var weight = 400
    var isItalic = false
    var letterSpacing = Length.zero
    var wordSpacing = Length.zero
    var anchor = "start"
    var baseline = "auto"
    var isVertical = false
    var isRightToLeft = false
}
