import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartTestbench
import Testing

/// One small picture for each thing that is easier to see than to say.
@Suite struct GoldenTests {
    private let blue = Color(red: 0.12, green: 0.61, blue: 0.84)

    private func heart(_ place: Rect) -> Path {
        .heart(HeartShape(), in: place)
    }

    private func card(_ commands: [DrawCommand]) -> Bitmap {
        painted([whiteCard] + commands, width: 64, height: 64)
    }

    @Test func heartWithASoftShadow() {
        let fill = DrawCommand.fill(
            PathFill(heart(Rect(x: 12, y: 12, width: 40, height: 36)), paint: .solid(blue)))
        let shadow = Shadow(
            color: Color.black.fading(by: 0.5), offset: Point(x: 0, y: 4), sigma: 4)
        expectGolden(card([.layer(Layer([fill], effects: [.dropShadow(shadow)]))]), "heart-shadow")
    }

    @Test func heartWithAnInnerShadow() {
        let fill = DrawCommand.fill(
            PathFill(heart(Rect(x: 8, y: 8, width: 48, height: 44)), paint: .solid(blue)))
        let shadow = Shadow(
            color: Color.black.fading(by: 0.6), offset: Point(x: 2, y: 3), sigma: 3)
        expectGolden(
            card([.layer(Layer([fill], effects: [.innerShadow(shadow)]))]), "heart-inner-shadow")
    }

    @Test func gradientsOfThreeShapes() {
        let stops: [Gradient.Stop] = [
            .init(offset: 0, color: blue), .init(offset: 0.5, color: .white),
            .init(offset: 1, color: Color(red: 0.9, green: 0.3, blue: 0.1)),
        ]
        let center = Point(x: 32, y: 32)
        let shapes: [(String, Gradient.Geometry)] = [
            ("linear", .linear(from: .zero, to: Point(x: 64, y: 40))),
            ("radial", .radial(center: center, radiusX: 30, radiusY: 20)),
            ("conic", .conic(center: center, start: Angle(degrees: 30))),
        ]
        for (name, geometry) in shapes {
            let gradient = Gradient(geometry, stops: stops)
            let circle = Path.ellipse(in: Rect(x: 2, y: 2, width: 60, height: 60))
            expectGolden(
                card([.fill(PathFill(circle, paint: .gradient(gradient)))]), "gradient-\(name)")
        }
    }

    @Test func linesWithDashesJoinsAndCaps() {
        var path = Path()
        path.move(to: Point(x: 8, y: 52))
        path.line(to: Point(x: 24, y: 12))
        path.line(to: Point(x: 40, y: 52))
        path.line(to: Point(x: 56, y: 12))
        for join in Stroke.Join.allCases {
            let stroke = Stroke(width: 7, join: join, cap: .round)
            expectGolden(
                card([.stroke(PathStroke(path, stroke: stroke, paint: .solid(blue)))]),
                "line-\(join)")
        }
        let dashed = Stroke(width: 4, cap: .round, dashes: [8, 8])
        expectGolden(
            card([.stroke(PathStroke(path, stroke: dashed, paint: .solid(blue)))]), "line-dashed")
    }

    @Test func patternTurnedInAHeart() {
        let cell = [
            DrawCommand.fill(
                PathFill(heart(Rect(x: 1, y: 1, width: 8, height: 7)), paint: .solid(blue)))
        ]
        let pattern = Pattern(
            commands: cell, cell: Size(width: 10, height: 9),
            transform: .rotation(Angle(degrees: 30)))
        let place = Rect(x: 4, y: 6, width: 56, height: 52)
        expectGolden(
            card([.fill(PathFill(heart(place), paint: .pattern(pattern)))]), "pattern-heart")
    }

    @Test func pictureTurnedSmallerAndClipped() {
        let board = Bitmap(
            width: 96, height: 96,
            pixels: (0..<9216).map {
                ($0 % 96 / 12 + $0 / 96 / 12) & 1 == 0 ? 0xFFD6_9B1E : 0xFF2A_4ADC
            })
        let image = PlacedImage(
            SourceImage(key: "board", bitmap: board),
            source: Rect(x: 0, y: 0, width: 96, height: 96),
            destination: Rect(x: 8, y: 8, width: 48, height: 48),
            transform: Transform.rotation(Angle(degrees: 20)).around(Point(x: 32, y: 32)))
        let clip = Layer.Clip(heart(Rect(x: 4, y: 6, width: 56, height: 52)))
        expectGolden(card([.layer(Layer([.image(image)], clip: clip))]), "picture-turned")
    }
}
