import BlueHeartGeometry
import Testing

@Suite struct DeterministicMathTests {
    @Test func stableFunctionsAreRight() {
        #expect(DeterministicMath.root(5, of: 32) == 2)
        #expect(abs(DeterministicMath.root(3, of: 0.001) - 0.1) < 1e-15)
        #expect(abs(DeterministicMath.exponentialDecay(1) - 0.36787944117144233) < 1e-12)
        #expect(DeterministicMath.sineOfHalfTurns(3) == 0)
        #expect(abs(DeterministicMath.sineOfHalfTurns(0.5) - 1) < 1e-15)
        #expect(abs(DeterministicMath.sineOfHalfTurns(1.25) + 0.5.squareRoot()) < 1e-12)
    }

    @Test func anAngleIsExactAtQuarterTurnsAndNearElsewhere() {
        for quarter in -9...9 {
            let angle = Angle(degrees: Double(quarter) * 90)
            let index = ((quarter % 4) + 4) % 4
            #expect(angle.sine == [0, 1, 0, -1][index])
            #expect(angle.cosine == [1, 0, -1, 0][index])
        }
        let root = 0.75.squareRoot()
        for turns in [0.0, 360, -720, 3_600_000] {
            #expect(abs(Angle(degrees: 30 + turns).sine - 0.5) < 1e-15)
            #expect(abs(Angle(degrees: 30 + turns).cosine - root) < 1e-15)
            #expect(abs(Angle(degrees: 240 + turns).sine + root) < 1e-15)
            #expect(abs(Angle(degrees: 240 + turns).cosine + 0.5) < 1e-15)
        }
    }

    @Test func sineAndCosineLieOnTheCircle() {
        for degrees in stride(from: -400.0, through: 400, by: 0.37) {
            let (sine, cosine) = (Angle(degrees: degrees).sine, Angle(degrees: degrees).cosine)
            #expect(abs(sine * sine + cosine * cosine - 1) < 2e-15, "\(degrees) degrees")
        }
    }

    @Test func anAngleWithoutAValueHasNoSine() {
        for degrees in [Double.nan, .infinity, -.infinity] {
            #expect(Angle(degrees: degrees).sine.isNaN)
            #expect(Angle(degrees: degrees).cosine.isNaN)
        }
    }
}
