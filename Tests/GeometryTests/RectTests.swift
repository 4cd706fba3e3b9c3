import Testing

@testable import BlueHeartGeometry

@Suite struct RectTests {
    private let square = Rect(x: 0, y: 0, width: 10, height: 10)

    @Test(arguments: [
        (Rect(x: 4, y: -3, width: 20, height: 8), Rect(x: 4, y: 0, width: 6, height: 5)),
        (Rect(x: -5, y: 6, width: 8, height: 20), Rect(x: 0, y: 6, width: 3, height: 4)),
        (Rect(x: 2, y: 3, width: 4, height: 5), Rect(x: 2, y: 3, width: 4, height: 5)),
    ])
    func anIntersectionHasWhatBothHave(other: Rect, common: Rect) {
        #expect(square.intersection(other) == common && other.intersection(square) == common)
    }

    @Test(arguments: [
        Rect(x: 10, y: 0, width: 5, height: 5), Rect(x: 0, y: -7, width: 5, height: 5),
        Rect(x: 20, y: 20, width: 5, height: 5), Rect(x: 3, y: 3, width: 0, height: 5),
    ])
    func whatDoesNotOverlapHasAnEmptyIntersection(other: Rect) {
        #expect(square.intersection(other).isEmpty && other.intersection(square).isEmpty)
    }

    @Test func aUnionHoldsBothAndIgnoresAnEmptyOne() {
        let other = Rect(x: -2, y: 4, width: 3, height: 9)
        #expect(square.union(other) == Rect(x: -2, y: 0, width: 12, height: 13))
        let empty = Rect(x: 100, y: 100, width: 0, height: 1)
        #expect(square.union(empty) == square && empty.union(square) == square)
    }

    @Test func edgesBelongToARectangle() {
        #expect(square.contains(square) && square.contains(Rect(x: 10, y: 10, width: 0, height: 0)))
        for shift in [Point(x: -1, y: 0), Point(x: 0, y: -1), Point(x: 1, y: 0), Point(x: 0, y: 1)]
        {
            #expect(!square.contains(square.offset(by: shift)))
        }
    }

    @Test func insetsThatExceedASideLeaveNone() {
        let inset = square.inset(by: Insets(top: 1, right: 2, bottom: 3, left: 4))
        #expect(inset == Rect(x: 4, y: 1, width: 4, height: 6))
        let none = square.inset(by: Insets(top: 0, right: 8, bottom: 0, left: 4))
        #expect(none == Rect(x: 4, y: 0, width: 0, height: 10))
    }
}
