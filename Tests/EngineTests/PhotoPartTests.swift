import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPixels
import BlueHeartScenes
import BlueHeartTestbench
import Testing

@testable import BlueHeartEngine

/// Photographs that are decoded in part, in cards, against the same decoded whole.
@Suite struct PhotoPartTests {
    private let scratch: ScratchFolder
    private let parts: CardWorker
    private let wholes: CardWorker

    init() throws {
        scratch = try ScratchFolder()
        func worker(keptBytes: Int) -> CardWorker {
            let limits = EngineOptions.Limits(keptImageBytes: keptBytes)
            return CardEngine(EngineOptions(home: projectFolder, limits: limits)).worker()
        }
        (parts, wholes) = (worker(keptBytes: 0), worker(keptBytes: 96 << 20))
    }

    /// Noise, so that no pixel stands for another.
    private func photo(_ name: String, using random: inout SplitMix64) throws -> String {
        let width = Int.random(in: 20...300, using: &random)
        let height = Int.random(in: 20...300, using: &random)
        let pixels = (0..<width * height).map { _ in
            UInt32.random(in: 0...0xFF_FFFF, using: &random) | 0xFF00_0000
        }
        let file = try encode(
            Bitmap(width: width, height: height, pixels: pixels), as: EncodeOptions(format: .jpeg))
        return try scratch.write(file.bytes, to: name)
    }

    /// A picture anywhere on the card or over its sides, larger and smaller, and in every way.
    private func node(using random: inout SplitMix64) -> Node {
        func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
        func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
        let place = Box.Position.absolute(
            top: .px(number(-40...180)), right: nil, bottom: nil, left: .px(number(-40...180)))
        let box = Box(width: .px(number(4...230)), height: .px(number(4...230)), position: place)
        var look = Appearance()
        if oneIn(3) {
            look.transform = .scale(x: number(0.2...2.5), y: number(0.2...2.5))
            if oneIn(3) { look.transform.a.negate() }
            if oneIn(3) { look.transform = look.transform.then(.rotation(Angle(degrees: 20))) }
        }
        let fit: ImageBlock.Fit = oneIn(4) ? .contain : oneIn(4) ? .fill : .cover
        var adjustment = ImageAdjustment.none
        if oneIn(5) { adjustment.blur = number(0...9) }
        let block = ImageBlock(
            image: ImageReference(name: "photo"), fit: fit,
            focus: Point(x: number(0...1), y: number(0...1)), adjustment: adjustment)
        let origin = Origin(
            location: SourceLocation(file: "test.json", line: 1, column: 1), path: JSONPath([]))
        return Node(
            origin: origin, id: nil, box: box, appearance: look, content: .image(block))
    }

    private func scene(using random: inout SplitMix64) -> Scene {
        let nodes = (0..<Int.random(in: 1...3, using: &random)).map { _ in node(using: &random) }
        var root = nodes[0]
        root.content = .frame(Frame(axis: .overlay, children: nodes))
        (root.box, root.appearance) = (Box(), Appearance())
        return Scene(
            widthInPixels: 200, heightInPixels: 200, safeInsets: .zero,
            language: Language(tag: "en", direction: .leftToRight), root: root,
            words: SceneWords(title: "", alt: "", caption: CaptionSource(text: "")))
    }

    @Test func aCardShowsTheSameOfAPartAsOfTheWhole() throws {
        var random = SplitMix64()
        for round in 0..<60 {
            let path = try photo("\(round).jpg", using: &random)
            let scene = scene(using: &random)
            let part = try parts.paint(scene, pictures: ["photo": path])
            let whole = try wholes.paint(scene, pictures: ["photo": path])
            #expect(part == whole, "round \(round)")
        }
    }
}
