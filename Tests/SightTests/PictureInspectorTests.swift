import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTestbench
import Testing

@testable import BlueHeartSight

@Suite struct PictureInspectorTests {
    /// What an inspector keeps must never show.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func whatWasSeenBeforeChangesNothing(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        let eye = Eye()
        var stage = Stage(width: 240, height: 120)
        for _ in 0..<40 {
            switch pick(6) {
            case 0: stage = Stage(width: 240, height: 120, ground: Color(UInt32(pick(1 << 24))))
            case 1:
                stage.text(
                    "t\(pick(3))", x: Double(pick(200)), y: Double(20 + pick(100)),
                    size: Double(12 + pick(30)), count: 2, color: Color(UInt32(pick(1 << 24))))
            case 2:
                stage.symbol(
                    .heart(
                        HeartShape(),
                        in: Rect(
                            x: Double(pick(200)), y: Double(pick(90)), width: 30, height: 30)),
                    color: Color(UInt32(pick(1 << 24))))
            case 3 where !stage.commands.isEmpty:
                // The ground changes under one part.
                stage.below.append(
                    .fill(
                        PathFill(
                            .rect(
                                Rect(
                                    x: Double(pick(200)), y: Double(pick(90)), width: 60,
                                    height: 40)), paint: .solid(Color(UInt32(pick(1 << 24)))))))
            case 4 where stage.below.count > 1:
                stage.below[1] = .fill(
                    PathFill(
                        .rect(Rect(x: Double(pick(200)), y: 0, width: 60, height: 120)),
                        paint: .solid(Color(UInt32(pick(1 << 24))))))
            default: break
            }
            #expect(eye.findings(on: stage) == stage.findings(), "seed \(seed)")
        }
    }

    /// A photograph is many times as large as what is kept of the picture that shows it.
    @Test func picturesAreLetGoOnceSeen() {
        let eye = Eye()
        weak var photo: SourceImage?
        func look() {
            let image = SourceImage(
                key: "photo", bitmap: Bitmap(width: 64, height: 64, filledWith: 0xFF80_4020))
            photo = image
            var stage = Stage()
            stage.below.append(
                .image(
                    PlacedImage(
                        image, source: Rect(x: 0, y: 0, width: 64, height: 64),
                        destination: Rect(x: 0, y: 0, width: 200, height: 200))))
            stage.text("shown", x: 40, y: 60)
            _ = eye.findings(on: stage)
        }
        look()
        #expect(photo == nil)
    }

    @Test func anUnchangedTextIsNotLookedAtAgain() {
        var stage = Stage()
        stage.text("kept", x: 40, y: 60)
        stage.text("changed", x: 40, y: 160)
        let rasterizer = Rasterizer(glyphs: BlockGlyphs())
        let known = ReusableInspection(
            Inspection(
                list: stage.laidOut.displayList,
                texts: stage.laidOut.texts.map { text in
                    MeasuredText(
                        report: text, pieces: [], ink: text.box, edges: Edges(places: []),
                        at: 1)
                }, symbols: []), now: changedLast(stage).laidOut.displayList, rasterizer)
        let texts = changedLast(stage).laidOut.texts
        #expect(known.text(texts[0], at: 1) != nil)
        #expect(known.text(texts[1], at: 1) == nil)
    }

    private func changedLast(_ stage: Stage) -> Stage {
        var changed = stage
        changed.texts.removeLast()
        changed.nodes.removeLast()
        changed.commands.removeLast()
        changed.text("changed", x: 42, y: 160)
        return changed
    }
}
