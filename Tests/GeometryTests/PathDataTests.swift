import BlueHeartGeometry
import BlueHeartTestbench
import Testing

@Suite struct PathDataTests {
    @Test(arguments: [
        ("M1 2L3 4", "M 1 2 L 3 4"), ("m1,2l3,4", "M 1 2 L 4 6"),
        ("M1-2-3.5.5", "M 1 -2 L -3.5 0.5"),
        ("M1 2 3 4 5 6", "M 1 2 L 3 4 L 5 6"), ("m1 2 3 4 5 6", "M 1 2 L 4 6 L 9 12"),
        ("M1 2H5V7h-1v-2", "M 1 2 L 5 2 L 5 7 L 4 7 L 4 5"), ("M1 2 3 4z", "M 1 2 L 3 4 Z"),
        ("M1 2l1 0zl0 1", "M 1 2 L 2 2 Z L 1 3"), ("M0 0Q1 2 3 4T5 6", "M 0 0 Q 1 2 3 4 Q 5 6 5 6"),
        ("M0 0T5 6", "M 0 0 Q 0 0 5 6"),
        ("M0 0C1 2 3 4 5 6S7 8 9 10", "M 0 0 C 1 2 3 4 5 6 C 7 8 7 8 9 10"),
        ("M0 0c1 2 3 4 5 6s7 8 9 10", "M 0 0 C 1 2 3 4 5 6 C 7 8 12 14 14 16"),
        ("M0 0Q1 2 3 4L5 6T7 8", "M 0 0 Q 1 2 3 4 L 5 6 Q 5 6 7 8"), ("M1e1 2E-1", "M 10 0.2"),
        ("M+1 2", "M 1 2"), ("\n M 1 , 2 \t", "M 1 2"), ("", ""), (" ", ""), ("none", ""),
        ("M0 0A0 5 0 0 1 9 9", "M 0 0 L 9 9"), ("M3 4A5 5 0 0 1 3 4", "M 3 4"),
        ("M0 0zm1 1l1 1", "M 0 0 Z M 1 1 L 2 2"),
    ])
    func dataBecomesAPath(data: String, path: String) throws {
        #expect(written(try PathData.read(data)) == path)
    }

    @Test(arguments: [
        ("L1 2", PathDataError.expectedMove(offset: 0)), ("x", .expectedMove(offset: 0)),
        ("M1 2 X", .expectedCommand(offset: 5)), ("M1 2z3", .expectedCommand(offset: 5)),
        ("M", .expectedNumber(offset: 1)), ("M1", .expectedNumber(offset: 2)),
        ("M1 2 3", .expectedNumber(offset: 6)), ("M1 2,", .expectedNumber(offset: 5)),
        ("M1,,2", .expectedNumber(offset: 3)), ("M1 -", .expectedNumber(offset: 3)),
        ("M.", .expectedNumber(offset: 1)), ("M1e 2", .expectedNumber(offset: 3)),
        ("M0 0A5 5 0 2 1 3 4", .expectedFlag(offset: 11)),
        ("M0 0A5 5 0 1", .expectedFlag(offset: 12)),
        ("M0 1e7", .numberTooLarge(offset: 3)), ("M0 1e999", .numberTooLarge(offset: 3)),
        ("M1 2\u{A0}L3 4", .expectedCommand(offset: 4)), ("none1", .expectedMove(offset: 0)),
    ])
    func dataThatIsNoneTellsWhere(data: String, error: PathDataError) {
        #expect(throws: error) { try PathData.read(data) }
    }

    @Test func flagsNeedNoBlanks() throws {
        #expect(
            try PathData.read("M0 0a5 5 0 0110 0")
                == PathData.read("M0 0 a 5 5 0 0 1 10 0"))
    }

    @Test(arguments: [
        ("0 0", -5.0, 0.0), ("0 1", 0, 5), ("1 0", -5, 0), ("1 1", 0, 5),
    ])
    func anArcOfAHalfTurnGoesTheWayOfItsFlag(flags: String, low: Double, high: Double) throws {
        // Left to right over the lower side is anticlockwise on the page.
        let path = try PathData.read("M 5 0 A 5 5 0 \(flags) -5 0")
        let bounds = path.tightBounds
        #expect(isNear(bounds.minX, -5, 1e-3) && isNear(bounds.maxX, 5, 1e-3))
        #expect(isNear(bounds.minY, low, 1e-3) && isNear(bounds.maxY, high, 1e-3))
    }

    @Test(arguments: [("0 0", 1), ("0 1", 1), ("1 0", 3), ("1 1", 3)])
    func aLargeArcIsThreeQuarters(flags: String, quarters: Int) throws {
        let path = try PathData.read("M 10 0 A 10 10 0 \(flags) 0 10")
        #expect(path.verbs.count { $0 == .cubic } >= quarters)
        let center = flags == "0 1" || flags == "1 0" ? Point.zero : Point(x: 10, y: 10)
        path.forEachLine(tolerance: 0.001) { from, to in
            guard to != Point(x: 10, y: 0) else { return }
            #expect(isNear((from - center).length, 10, 0.01))
        }
        #expect(path.points.last == Point(x: 0, y: 10))
    }

    @Test func aTurnedArcLiesOnItsEllipse() throws {
        let path = try PathData.read("M 100 100 A 60 20 30 1 1 150 120")
        let bounds = path.tightBounds
        // Half the height of a turned ellipse: sqrt(a^2 sin^2 + b^2 cos^2).
        let half = (60.0 * 60 * 0.25 + 20 * 20 * 0.75).squareRoot()
        #expect(isNear(bounds.height, 2 * half, 0.5))
    }

    @Test func radiiTooSmallAreMadeToReach() throws {
        let path = try PathData.read("M 0 0 A 1 1 0 0 1 20 0")
        #expect(isNear(path.tightBounds, Rect(x: 0, y: -10, width: 20, height: 10), 1e-2))
    }

    @Test func tooManySegmentsAreRefused() {
        let most = "M0 0" + String(repeating: "h1", count: PathData.segmentLimit - 1)
        #expect(throws: Never.self) { try PathData.read(most) }
        #expect(throws: PathDataError.self) { try PathData.read(most + "h1") }
    }

    @Test func noTextCrashesTheReader() {
        var random = SplitMix64()
        let alphabet = Array("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n")
        for _ in 0..<4_000 {
            let text = String((0..<40).map { _ in alphabet.randomElement(using: &random) ?? "M" })
            do throws(PathDataError) {
                let path = try PathData.read("M0 0" + text)
                #expect(path.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
            } catch {
                #expect(error.offset <= text.utf8.count + 4)
            }
        }
    }

    private func written(_ path: Path) -> String {
        var words: [String] = []
        var points = path.points[...]
        for verb in path.verbs {
            let (letter, count) =
                switch verb {
                case .move: ("M", 1)
                case .line: ("L", 1)
                case .quad: ("Q", 2)
                case .cubic: ("C", 3)
                case .close: ("Z", 0)
                }
            words.append(letter)
            for point in points.prefix(count) { words += [number(point.x), number(point.y)] }
            points = points.dropFirst(count)
        }
        return words.joined(separator: " ")
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
