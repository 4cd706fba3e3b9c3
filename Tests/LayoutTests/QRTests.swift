import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

@Suite struct QRTests {
    private let link = "https://www.unodc.org"

    private func fills(_ root: Node, width: Int, height: Int) throws -> [PathFill] {
        try laidOut(root, width: width, height: height).displayList.commands.compactMap {
            if case .fill(let fill) = $0 { fill } else { nil }
        }
    }

    /// Side of a module in the drawn path, and the modules found by looking into their middles.
    private func modules(of path: Path, side: Double, count: Int, from corner: Point) -> [Bool] {
        var rects: [Rect] = []
        for index in stride(from: 0, to: path.points.count, by: 4) {
            rects.append(
                Rect(
                    minX: path.points[index].x, minY: path.points[index].y,
                    maxX: path.points[index + 2].x, maxY: path.points[index + 2].y))
        }
        return (0..<count * count).map { index in
            let middle = Rect(
                x: corner.x + (Double(index % count) + 0.5) * side,
                y: corner.y + (Double(index / count) + 0.5) * side, width: 0, height: 0)
            return rects.filter { $0.contains(middle) }.count == 1
        }
    }

    @Test func modulesAreWholePixelsAndCentred() throws {
        let matrix = try QRMatrix.encode(link)
        #expect(matrix.size == 25)
        // 25 + 8 modules in 203.4 px are 6 px each: 150 px of code in the middle.
        let drawn = try fills(column(qr("q", link, Box(grow: 1))), width: 250, height: 203)
        #expect(drawn.map(\.paint) == [.solid(.white), .solid(.black)])
        #expect(drawn[0].path.controlBounds == Rect(x: 0, y: 0, width: 250, height: 203))
        #expect(drawn[1].path.controlBounds == Rect(x: 50, y: 26, width: 150, height: 150))
        let found = modules(
            of: drawn[1].path, side: 6, count: 25, from: Point(x: 50, y: 26))
        #expect(found == (0..<625).map { matrix.isDark($0 % 25, $0 / 25) })
    }

    @Test func everyCornerOfAModuleIsOnAWholePixel() throws {
        let drawn = try fills(
            column(padding: Insets(all: 7.3), qr("q", link, Box(grow: 1))), width: 251,
            height: 222)
        #expect(
            drawn[1].path.points.allSatisfy { $0.x == $0.x.rounded() && $0.y == $0.y.rounded() })
    }

    @Test func aCodeIsSquareAndFourPixelsAModuleByItself() throws {
        let card = try laidOut(
            column(align: .start, qr("a", link), qr("b", link, Box(width: .px(99)))))
        #expect(card.boxes("a", "b") == ["0 0 132 132", "0 132 99 99"])
    }

    @Test func aCodeThatScannersCouldNotReadIsAnError() {
        do {
            _ = try laidOut(column(align: .start, qr("q", link, Box(width: .px(65)))))
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["qr-too-small"])
            #expect(
                error.diagnostics[0].message
                    == "Expected at least 66 px a side for a QR code of 33 modules "
                    + "with its quiet zone, found 65 px.")
        }
    }

    @Test func aTextThatNoCodeHoldsIsAnError() {
        do {
            _ = try laidOut(column(qr("q", String(repeating: "a", count: 3_000))))
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["qr-too-long"])
        }
    }
}
