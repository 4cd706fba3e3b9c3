import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartDrawing

/// Commands that hide all that was painted before them.
@Suite struct BackgroundTests {
    private let area = PixelRect(x: 0, y: 0, width: 8, height: 6)
    private let blue = Color(red: 0, green: 0, blue: 1)

    private func background(_ path: Path, _ paint: Paint, _ transform: Transform = .identity)
        -> UInt32?
    {
        DrawCommand.fill(PathFill(path, paint: paint, transform: transform)).background(of: area)
    }

    @Test func anOpaqueRectangleIsABackground() {
        #expect(background(.rect(area.rect), .solid(blue)) == blue.pixel)
        #expect(background(.rect(area.rect.offset(by: Point(x: -1, y: 0))), .solid(blue)) == nil)
        #expect(background(.rect(area.rect), .solid(blue), .scale(x: 2, y: 2)) == blue.pixel)
        #expect(background(.rect(area.rect), .solid(blue), .scale(x: 0.5, y: 1)) == nil)
    }

    @Test func aTranslucentOneIsNot() {
        #expect(background(.rect(area.rect), .solid(blue.fading(by: 0.99))) == nil)
        #expect(Paint.solid(blue).opaquePixel == blue.pixel)
        #expect(Paint.solid(.clear).opaquePixel == nil)
    }

    @Test func anotherShapeIsNot() {
        #expect(background(.ellipse(in: area.rect), .solid(blue)) == nil)
        let turned = Transform.rotation(Angle(degrees: 45))
        let large = Rect(x: -100, y: -100, width: 300, height: 300)
        #expect(background(.rect(large), .solid(blue), turned) == nil)
    }
}
