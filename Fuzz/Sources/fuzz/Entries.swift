import BlueHeartArtwork
import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartDrops
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRaster
import BlueHeartTemplates

/// A reader of foreign bytes: whatever it is given, it returns, and takes no more than its limits.
///
/// An error is a right answer to wrong bytes; only a crash or a hang is a finding.
struct Entry: Sendable {
    var name: String
    /// Files to start from, under the project's root.
    var seeds: [String]
    var run: @Sendable ([UInt8]) throws -> Void
}

let entries = readerEntries + requestEntries

private let readerEntries: [Entry] = [
    Entry(name: "json", seeds: ["Tests/Cases/JSON"]) {
        _ = try JSONDocument.read($0, file: "fuzz.json")
    },
    Entry(
        name: "template",
        seeds: ["templates/blue-heart", "templates/blue-heart/words", "Tests/Cases/Templates"],
        run: fuzzTemplate),
    Entry(name: "placements", seeds: ["assets"]) {
        _ = try PlacementList.read($0, file: "placements.json")
    },
    Entry(name: "path", seeds: []) {
        _ = try PathData.read(String(decoding: $0, as: UTF8.self))
    },
    Entry(name: "rows", seeds: ["examples"]) { bytes in
        for format in RowFormat.allCases {
            var rows = try RowReader(bytes, file: "fuzz", format: format)
            while rows.next() != nil {}
        }
    },
    Entry(name: "artwork", seeds: ["Tests/Cases/Artwork", "assets/blue-heart"], run: fuzzArtwork),
    Entry(name: "picture", seeds: ["Tests/Cases/Codecs"]) { bytes in
        _ = try decodeImage(bytes, limits: small)
        _ = try decodeImage(bytes, limits: small, covering: Size(width: 10, height: 10))
        _ = try decodeImage(
            bytes, limits: small, showing: Rect(x: 3, y: 5, width: 20, height: 20))
    },
]

/// So that a run takes milliseconds.
private let small = ImageLimits(bytes: 1 << 20, pixels: 1 << 20, side: 4_096, scans: 20)

/// Reads and paints a drawing, small.
@Sendable private func fuzzArtwork(_ bytes: [UInt8]) throws {
    var limits = ArtworkLimits()
    (limits.drawnElements, limits.work, limits.workPerPixel) = (5_000, 20_000_000, 0)
    let drawn = try VectorDrawing(bytes, limits: limits)
        .draw(widthInPixels: 48, heightInPixels: 48, key: "fuzz")
    _ = Rasterizer(glyphs: NoGlyphs(), keptBytes: 0).rasterize(drawn.list)
}

private struct NoGlyphs: GlyphSource {
    func outline(of glyph: UInt32, in font: FontID) -> Path { Path() }

    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? { nil }
}
