public import BlueHeartGeometry

/// The draw commands of a card in paint order; nothing is left to look up and nothing can fail.
public struct DisplayList: Hashable, Sendable {
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// Commands in paint order: the first is at the bottom.
    public var commands: [DrawCommand]

    public init(widthInPixels: Int, heightInPixels: Int, commands: [DrawCommand]) {
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.commands = commands
    }
}

public enum DrawCommand: Hashable, Sendable {
    case fill(PathFill)
    case stroke(PathStroke)
    case glyphs(GlyphRun)
    case image(PlacedImage)
    case layer(Layer)
}

/// The rule by which points are inside where contours overlap.
public enum FillRule: String, Hashable, Sendable, CaseIterable {
    case nonZero, evenOdd
}

public struct PathFill: Hashable, Sendable {
    public var path: Path
    public var rule: FillRule
    public var paint: Paint
    /// Maps the space of `path` and `paint` to card space.
    public var transform: Transform

    public init(
        _ path: Path, rule: FillRule = .nonZero, paint: Paint, transform: Transform = .identity
    ) {
        self.path = path
        self.rule = rule
        self.paint = paint
        self.transform = transform
    }
}

public struct PathStroke: Hashable, Sendable {
    public var path: Path
    public var stroke: Stroke
    /// The fill rule of the path, for a line clipped to its inside or outside.
    public var rule: FillRule
    public var paint: Paint
    /// Maps the space of `path`, `stroke` and `paint` to card space.
    public var transform: Transform

    public init(
        _ path: Path, stroke: Stroke, rule: FillRule = .nonZero, paint: Paint,
        transform: Transform = .identity
    ) {
        self.path = path
        self.stroke = stroke
        self.rule = rule
        self.paint = paint
        self.transform = transform
    }
}

/// Glyphs of one font and size on one line.
public struct GlyphRun: Hashable, Sendable {
    public struct Glyph: Hashable, Sendable {
        public var id: UInt32
        /// Origin on the baseline.
        public var position: Point

        public init(id: UInt32, position: Point) {
            self.id = id
            self.position = position
        }
    }

    public var font: FontID
    /// Length of one em in px, above 0.
    public var fontSize: Double
    /// Glyphs in visual order, left to right.
    public var glyphs: [Glyph]
    /// The paint; its coordinates are in the space of the glyphs' positions.
    public var paint: Paint
    /// A stroke around the outlines, painted below the fill; width in px.
    public var outline: Outline?
    /// Maps the space of the positions to card space.
    public var transform: Transform
    /// The text drawn, in logical order, for checks.
    public var text: String

    public struct Outline: Hashable, Sendable {
        public var stroke: Stroke
        public var paint: Paint

        public init(stroke: Stroke, paint: Paint) {
            self.stroke = stroke
            self.paint = paint
        }
    }

    public init(
        font: FontID, fontSize: Double, glyphs: [Glyph], paint: Paint, outline: Outline? = nil,
        transform: Transform = .identity, text: String
    ) {
        self.font = font
        self.fontSize = fontSize
        self.glyphs = glyphs
        self.paint = paint
        self.outline = outline
        self.transform = transform
        self.text = text
    }
}

/// A part of a picture, drawn into a rectangle.
public struct PlacedImage: Hashable, Sendable {
    public var image: SourceImage
    /// The visible part, in pixels of the picture; may be fractional.
    public var source: Rect
    /// The target rectangle, in the space before `transform`.
    public var destination: Rect
    public var adjustment: ImageAdjustment
    public var transform: Transform
    public var sampling: Sampling

    /// The way to pixels between those of the picture.
    public enum Sampling: Hashable, Sendable {
        /// Mixed as light, as photographs should be.
        case light
        /// Mixed as codes, as browsers do.
        case codes
        case nearest
    }

    public init(
        _ image: SourceImage, source: Rect, destination: Rect,
        adjustment: ImageAdjustment = .none, transform: Transform = .identity,
        sampling: Sampling = .light
    ) {
        self.image = image
        self.source = source
        self.destination = destination
        self.adjustment = adjustment
        self.transform = transform
        self.sampling = sampling
    }
}

/// Changes to a picture's colours, applied in this order: brightness, duotone, tint.
public struct ImageAdjustment: Hashable, Sendable {
    /// 1 leaves the picture unchanged, 0 makes it black, 2 doubles the light; 0 to 4.
    public var brightness: Double
    /// Maps dark tones to the first colour, light tones to the second.
    public var duotone: Duotone?
    /// A colour composited over the picture with its alpha; the picture's alpha is kept.
    public var tint: Color?
    /// Standard deviation of a Gaussian blur, in px of the card; 0 to 256.
    public var blur: Double

    public struct Duotone: Hashable, Sendable {
        public var dark: Color
        public var light: Color

        public init(dark: Color, light: Color) {
            self.dark = dark
            self.light = light
        }
    }

    public init(
        brightness: Double = 1, duotone: Duotone? = nil, tint: Color? = nil, blur: Double = 0
    ) {
        self.brightness = brightness
        self.duotone = duotone
        self.tint = tint
        self.blur = blur
    }

    public static let none = ImageAdjustment()
}
