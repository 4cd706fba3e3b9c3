import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Canvas {
    /// Largest side of a drawn cell in pixels.
    private static let longestCell = 4096.0

    /// The pixels of a pattern over `bounds`; nil if it is not visible.
    ///
    /// The cell is drawn once at its displayed size, in whole pixels, and sampled for each pixel:
    /// directly if the pattern is axis-aligned with integer steps, otherwise interpolated.
    func tile(_ pattern: Pattern, over bounds: PixelRect, transform: Transform) -> Surface? {
        let map = pattern.transform.then(transform)
        guard !pattern.cell.isEmpty, !bounds.isEmpty, let inverse = map.inverse else { return nil }
        let across = Point(x: map.a, y: map.b).length * pattern.cell.width
        let down = Point(x: map.c, y: map.d).length * pattern.cell.height
        func side(_ shown: Double) -> Int {
            Int(Double.minimum(Double.maximum(shown.rounded(), 1), Canvas.longestCell))
        }
        let cell = Surface(
            bounds: PixelRect(x: 0, y: 0, width: side(across), height: side(down)))
        let toCell = Transform.scale(
            x: Double(cell.bounds.width) / pattern.cell.width,
            y: Double(cell.bounds.height) / pattern.cell.height)
        Canvas(cell, resources: resources).paint(pattern.commands.map { $0.mapped(by: toCell) })
        return TiledCell(cell: cell, map: inverse.then(toCell)).surface(bounds)
    }
}

/// A cell repeated infinitely.
private struct TiledCell {
    let cell: Surface
    /// Maps the card to the cell's pixels.
    let map: Transform

    func surface(_ bounds: PixelRect) -> Surface {
        var pixels = [UInt32]()
        pixels.reserveCapacity(bounds.area)
        let isWhole =
            map.a == 1 && map.d == 1 && map.isScaleAndTranslation && map.tx == map.tx.rounded()
            && map.ty == map.ty.rounded()
        for y in bounds.y..<bounds.endY {
            for x in bounds.x..<bounds.endX {
                let point = map(Point(x: Double(x) + 0.5, y: Double(y) + 0.5))
                pixels.append(isWhole ? nearest(point) : mixed(point))
            }
        }
        return Surface(bounds: bounds, pixels: pixels)
    }

    private func nearest(_ point: Point) -> UInt32 {
        pixel(Int(held(point.x).rounded(.down)), Int(held(point.y).rounded(.down)))
    }

    private func mixed(_ point: Point) -> UInt32 {
        let (x, y) = (held(point.x) - 0.5, held(point.y) - 0.5)
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        let across = UInt32((x - Double(left)) * 256)
        let down = UInt32((y - Double(top)) * 256)
        return mixedPixel(
            mixedPixel(pixel(left, top), pixel(left + 1, top), across),
            mixedPixel(pixel(left, top + 1), pixel(left + 1, top + 1), across), down)
    }

    private func held(_ value: Double) -> Double {
        Double.minimum(Double.maximum(value, -1e9), 1e9)
    }

    private func pixel(_ x: Int, _ y: Int) -> UInt32 {
        let (width, height) = (cell.bounds.width, cell.bounds.height)
        let column = x % width
        let row = y % height
        let start = (row < 0 ? row + height : row) * width
        return cell.pixels[start + (column < 0 ? column + width : column)]
    }
}

/// `weight` 256ths of `other`, the rest of `one`; no channel exceeds its alpha.
func mixedPixel(_ one: UInt32, _ other: UInt32, _ weight: UInt32) -> UInt32 {
    let rest = 256 &- weight
    let redBlue = (one & 0xFF00FF) &* rest &+ (other & 0xFF00FF) &* weight &+ 0x80_0080
    let greenAlpha =
        (one >> 8 & 0xFF00FF) &* rest &+ (other >> 8 & 0xFF00FF) &* weight &+ 0x80_0080
    return (redBlue >> 8 & 0xFF00FF) | (greenAlpha & 0xFF00_FF00)
}
