import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// Lines of CSS's `linear-gradient` and of the others, in a box of 200 x 100 at (10, 20).
@Suite struct GradientTests {
    private let box = Rect(x: 10, y: 20, width: 200, height: 100)

    private func place(_ geometry: BoxGradient.Geometry) -> Gradient.Geometry {
        BoxGradient(
            geometry,
            stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .white)]
        ).placed(in: box).geometry
    }

    @Test(
        arguments: [
            (0, Point(x: 110, y: 120), Point(x: 110, y: 20)),
            (90, Point(x: 10, y: 70), Point(x: 210, y: 70)),
            (180, Point(x: 110, y: 20), Point(x: 110, y: 120)),
            (270, Point(x: 210, y: 70), Point(x: 10, y: 70)),
            (45, Point(x: 35, y: 145), Point(x: 185, y: -5)),
            (135, Point(x: 35, y: -5), Point(x: 185, y: 145)),
        ] as [(Double, Point, Point)])
    func anAngleTurnsFromUpwardsClockwise(degrees: Double, from: Point, to: Point) {
        guard case .linear(let start, let end) = place(.linear(Angle(degrees: degrees))) else {
            Issue.record("not linear")
            return
        }
        #expect((start - from).length < 1e-9)
        #expect((end - to).length < 1e-9)
    }

    @Test func pointsAreFractionsOfTheBox() {
        let line = place(
            .line(
                from: BoxPoint(x: .fraction(0.25), y: .px(5)),
                to: BoxPoint(x: .px(8), y: .fraction(1))))
        #expect(line == .linear(from: Point(x: 60, y: 25), to: Point(x: 18, y: 120)))
    }

    @Test func aRadiusIsAFractionOfHalfTheDiagonal() {
        let center = BoxPoint(x: .fraction(0.5), y: .fraction(0.5))
        let box = Rect(x: 0, y: 0, width: 60, height: 80)
        let gradient = BoxGradient(.radial(center: center, radius: .fraction(1)), stops: [])
        #expect(
            gradient.placed(in: box).geometry
                == .radial(center: Point(x: 30, y: 40), radiusX: 50, radiusY: 50))
    }

    @Test func aConeTurnsAroundItsCentre() {
        let center = BoxPoint(x: .fraction(0), y: .fraction(1))
        #expect(
            place(.conic(center: center, start: Angle(degrees: 30)))
                == .conic(center: Point(x: 10, y: 120), start: Angle(degrees: 30)))
    }
}
