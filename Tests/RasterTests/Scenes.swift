import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTestbench

/// Glyphs that are squares of half an em standing on the baseline; glyph 2 is a red picture.
struct SquareGlyphs: GlyphSource {
    func outline(of glyph: UInt32, in font: FontID) -> Path {
        .rect(Rect(x: 0, y: -0.5, width: 0.5, height: 0.5))
    }

    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? {
        guard glyph == 2 else { return nil }
        return ColorGlyph(
            bitmap: Bitmap(width: 8, height: 8, filledWith: 0xFF00_00FF),
            bounds: Rect(x: 0, y: -0.5, width: 0.5, height: 0.5))
    }
}

/// The picture of commands from a rasterizer that has painted nothing before.
func painted(_ commands: [DrawCommand], width: Int = 16, height: Int = 16) -> Bitmap {
    Rasterizer(glyphs: SquareGlyphs()).rasterize(
        DisplayList(widthInPixels: width, heightInPixels: height, commands: commands))
}

func fill(_ rect: Rect, _ color: Color) -> DrawCommand {
    .fill(PathFill(.rect(rect), paint: .solid(color)))
}

let whiteCard = fill(Rect(x: 0, y: 0, width: 64, height: 64), .white)

extension SplitMix64 {
    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + Double(next() >> 11) / 0x1p53 * (range.upperBound - range.lowerBound)
    }

    mutating func color() -> Color {
        Color(
            red: number(in: 0...1), green: number(in: 0...1), blue: number(in: 0...1),
            alpha: next() & 1 == 0 ? 1 : number(in: 0...1))
    }

    mutating func point() -> Point { Point(x: number(in: -20...84), y: number(in: -20...84)) }

    mutating func path() -> Path {
        var path = Path()
        path.move(to: point())
        path.line(to: point())
        path.quad(point(), to: point())
        path.cubic(point(), point(), to: point())
        path.close()
        return path
    }

    mutating func paint() -> Paint {
        let stops = (0..<3).map { Gradient.Stop(offset: Double($0) / 2, color: color()) }
        let spreads: [Gradient.Spread] = [.pad, .repeat, .reflect]
        let spread = spreads[Int(next() % 3)]
        let dithering: Gradient.Dithering = next() & 1 == 0 ? .none : .ordered
        switch next() % 5 {
        case 0:
            return .gradient(
                Gradient(
                    .linear(from: point(), to: point()), stops: stops, spread: spread,
                    dithering: dithering))
        case 1:
            return .gradient(
                Gradient(
                    .radial(center: point(), radiusX: 20, radiusY: 9), stops: stops,
                    interpolation: .srgb, spread: spread, dithering: dithering))
        case 2:
            return .gradient(
                Gradient(
                    .conic(center: point(), start: .zero), stops: stops, interpolation: .linear))
        case 3:
            let cell = [fill(Rect(x: 1, y: 1, width: 3, height: 4), color())]
            return .pattern(
                Pattern(
                    commands: cell, cell: Size(width: 7, height: 6),
                    transform: .rotation(Angle(degrees: number(in: 0...90)))))
        default: return .solid(color())
        }
    }

    mutating func effect() -> Effect {
        let shadow = Shadow(
            color: color(), offset: Point(x: number(in: -6...6), y: number(in: -6...6)),
            sigma: number(in: 0...5), spread: number(in: -2...3))
        switch next() % 3 {
        case 0: return .blur(sigma: number(in: 0...9))
        case 1: return .dropShadow(shadow)
        default: return .innerShadow(shadow)
        }
    }

    mutating func command(depth: Int = 0) -> DrawCommand {
        switch next() % (depth < 2 ? 6 : 4) {
        case 0: return .stroke(PathStroke(path(), stroke: Stroke(width: 3), paint: paint()))
        case 1:
            let glyphs = (0..<3).map { GlyphRun.Glyph(id: UInt32($0), position: point()) }
            return .glyphs(
                GlyphRun(
                    font: FontID(index: 0), fontSize: number(in: 4...40), glyphs: glyphs,
                    paint: paint(), text: "■■■"))
        case 2: return .image(image())
        case 3: return .fill(PathFill(path(), rule: .evenOdd, paint: paint()))
        default: return .layer(layer(depth: depth))
        }
    }

    /// A command that paints on a seventh of the card's sides.
    mutating func smallCommand() -> DrawCommand {
        let place = Transform.scale(x: 0.15, y: 0.15)
            .then(.rotation(Angle(degrees: number(in: 0...360))))
            .then(.translation(point()))
        switch next() % 6 {
        case 0:
            return .stroke(
                PathStroke(path(), stroke: Stroke(width: 9), paint: paint(), transform: place))
        case 1:
            let (start, size) = (point(), number(in: 4...12))
            let glyphs = (0..<3).map {
                GlyphRun.Glyph(
                    id: UInt32($0), position: start + Point(x: Double($0) * size / 2, y: 0))
            }
            return .glyphs(
                GlyphRun(
                    font: FontID(index: 0), fontSize: size, glyphs: glyphs, paint: paint(),
                    text: "■■■"))
        case 2:
            var image = image()
            image.transform = place
            return .image(image)
        case 3:
            var layer = Layer([smallCommand(), smallCommand()], blend: .multiply)
            if next() & 1 == 0 { layer.effects = [effect()] }
            return .layer(layer)
        default:
            return .fill(PathFill(path(), rule: .evenOdd, paint: paint(), transform: place))
        }
    }

    mutating func image() -> PlacedImage {
        var pixels = [UInt32]()
        for _ in 0..<48 { pixels.append(premultiplied(color())) }
        let turn = next() & 1 == 0 ? 0 : number(in: 0...360)
        return PlacedImage(
            SourceImage(
                key: "picture \(next())", bitmap: Bitmap(width: 8, height: 6, pixels: pixels)),
            source: Rect(x: 1, y: 0.5, width: 6, height: 5),
            destination: Rect(origin: point(), size: Size(width: 31, height: 22)),
            adjustment: ImageAdjustment(
                brightness: number(in: 0...2), tint: color(), blur: next() & 1 == 0 ? 0 : 2),
            transform: .rotation(Angle(degrees: turn)))
    }

    mutating func layer(depth: Int) -> Layer {
        let modes = BlendMode.allCases
        return Layer(
            [command(depth: depth + 1), command(depth: depth + 1)], opacity: number(in: 0.2...1.2),
            blend: modes[Int(next() % UInt64(modes.count))],
            clip: next() & 1 == 0 ? nil : Layer.Clip(path()),
            mask: next() & 3 == 0 ? [command(depth: 2)] : [],
            effects: next() & 1 == 0 ? [] : [effect()])
    }
}

func premultiplied(_ color: Color) -> UInt32 {
    premultiplied(
        red: color.red, green: color.green, blue: color.blue, alpha: color.alpha)
}

func isPremultiplied(_ pixel: UInt32) -> Bool {
    let alpha = pixel >> 24
    return pixel & 255 <= alpha && pixel >> 8 & 255 <= alpha && pixel >> 16 & 255 <= alpha
}
