import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster

@testable import BlueHeartArtwork

/// A source for drawings without text.
struct NoGlyphs: GlyphSource {
    func outline(of glyph: UInt32, in font: FontID) -> Path { Path() }

    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? { nil }
}

/// A picture of a document, and what of it is not drawn.
struct Painted {
    let bitmap: Bitmap
    let findings: [ArtworkFinding]

    /// A document of `body` in a viewBox of 20 x 20, one px a unit.
    init(_ body: String) throws {
        try self.init(
            bytes: Array(
                """
                <svg xmlns="http://www.w3.org/2000/svg" \
                xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 20">\(body)</svg>
                """.utf8))
    }

    init(bytes: [UInt8], width: Int = 20, height: Int = 20) throws {
        let drawn = try VectorDrawing(bytes)
            .draw(widthInPixels: width, heightInPixels: height, key: "test")
        bitmap = Rasterizer(glyphs: NoGlyphs()).rasterize(drawn.list)
        findings = drawn.findings
    }

    /// Straight red, green, blue and alpha as 0xRRGGBBAA.
    func pixel(_ x: Int, _ y: Int) -> UInt32 {
        let pixel = bitmap[x, y]
        let alpha = pixel >> 24
        guard alpha > 0 else { return 0 }
        func channel(_ shift: UInt32) -> UInt32 {
            min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha)
        }
        return channel(0) << 24 | channel(8) << 16 | channel(16) << 8 | alpha
    }

    /// True if the middle of the picture has a colour, to two steps of a channel.
    func hasMiddle(_ color: UInt32) -> Bool { isNear(pixel(10, 10), color) }
}

func isNear(_ one: UInt32, _ other: UInt32, within steps: Int = 2) -> Bool {
    [UInt32(0), 8, 16, 24].allSatisfy { shift in
        abs(Int(one >> shift & 255) - Int(other >> shift & 255)) <= steps
    }
}

let red: UInt32 = 0xFF00_00FF
let green: UInt32 = 0x0080_00FF
let blue: UInt32 = 0x0000_FFFF
