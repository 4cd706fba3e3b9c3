import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRaster
import BlueHeartScenes

@testable import BlueHeartSight

// A short way to put a card together without fonts.

/// Glyph 1 is a square of half an em on the baseline, glyph 2 two thin posts.
struct BlockGlyphs: GlyphSource {
    func outline(of glyph: UInt32, in font: FontID) -> Path {
        guard glyph == 2 else { return .rect(Rect(x: 0, y: -0.5, width: 0.5, height: 0.5)) }
        var posts = Path.rect(Rect(x: 0.05, y: -0.5, width: 0.06, height: 0.5))
        posts.append(.rect(Rect(x: 0.35, y: -0.5, width: 0.06, height: 0.5)))
        return posts
    }

    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? { nil }
}

/// A card of `width` x `height` px, shown at half its size.
struct Stage {
    var width = 400
    var height = 200
    var below: [DrawCommand] = []
    var nodes: [NodeReport] = []
    var texts: [TextReport] = []
    var symbols: [SymbolReport] = []
    var commands: [DrawCommand] = []
    var placement: Placement
    var rules = SymbolRules(leastSize: 12, clearSpace: 0.1)

    init(width: Int = 400, height: Int = 200, ground: Color = .white) {
        (self.width, self.height) = (width, height)
        placement = Placement(
            name: "stage", title: "Stage", widthInPixels: width, heightInPixels: height,
            safeInsets: Insets(all: 10), displayWidth: Double(width) / 2)
        let card = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
        below = [.fill(PathFill(.rect(card), paint: .solid(ground)))]
        nodes = [
            NodeReport(id: "card", origin: Self.origin, kind: .frame, box: card, parent: nil)
        ]
    }

    static let origin = Origin(
        location: SourceLocation(file: "stage.json", line: 1, column: 1), path: JSONPath())

    var area: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

    /// Blocks from (x, y) on, y being the baseline.
    mutating func text(
        _ id: String = "text", x: Double, y: Double, size: Double = 60, count: Int = 4,
        color: Color = .black, glyph: UInt32 = 1, weight: Int = 400, role: NodeRole? = nil,
        outline: GlyphRun.Outline? = nil, wrap: ((DrawCommand) -> DrawCommand)? = nil
    ) {
        let glyphs = (0..<count).map {
            GlyphRun.Glyph(id: glyph, position: Point(x: x + Double($0) * size * 0.8, y: y))
        }
        let run = GlyphRun(
            font: FontID(index: 0), fontSize: size, glyphs: glyphs, paint: .solid(color),
            outline: outline, text: "■")
        let box = Rect(x: x, y: y - size, width: Double(count) * size * 0.8, height: size)
        nodes.append(
            NodeReport(
                id: id, origin: Self.origin, kind: .text, role: role, box: box, parent: 0))
        texts.append(
            TextReport(
                id: id, origin: Self.origin, text: "■■", direction: .leftToRight,
                node: nodes.count - 1, box: box, fontSize: size, fontSizeRange: size...size,
                lines: [], isTruncated: false, paints: [.solid(color)], runs: [run],
                fontWeight: weight))
        commands.append(wrap?(.glyphs(run)) ?? .glyphs(run))
    }

    mutating func symbol(
        _ path: Path, id: String = "heart", color: Color = .black, distortion: Double = 1,
        kind: NodeReport.Kind = .heart, parent: Int = 0
    ) {
        let fill = DrawCommand.fill(PathFill(path, paint: .solid(color)))
        nodes.append(
            NodeReport(
                id: id, origin: Self.origin, kind: kind, role: .symbol, box: path.controlBounds,
                parent: parent))
        symbols.append(
            SymbolReport(node: nodes.count - 1, commands: [fill], distortion: distortion))
        commands.append(fill)
    }

    mutating func shape(_ path: Path, _ color: Color) {
        commands.append(.fill(PathFill(path, paint: .solid(color))))
    }

    var laidOut: LaidOutCard {
        LaidOutCard(
            displayList: DisplayList(
                widthInPixels: width, heightInPixels: height, commands: below + commands),
            nodes: nodes, texts: texts, symbols: symbols, warnings: [])
    }

    func findings() -> [Diagnostic] { Eye().findings(on: self) }

    var codes: [String] { findings().map(\.code) }
}

/// A rasterizer with an inspector, as a worker has them.
final class Eye {
    private let rasterizer = Rasterizer(glyphs: BlockGlyphs())
    private lazy var inspector = PictureInspector(rasterizer: rasterizer)

    func findings(on stage: Stage) -> [Diagnostic] {
        let laidOut = stage.laidOut
        return inspector.inspect(
            laidOut, painted: rasterizer.rasterize(laidOut.displayList), for: stage.placement,
            rules: stage.rules)
    }
}

extension Color {
    init(_ hex: UInt32) {
        self.init(
            red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
            blue: Double(hex & 255) / 255)
    }
}
