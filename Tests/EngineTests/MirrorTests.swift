import BlueHeartCodecs
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTestbench
import Testing

/// One template in a language that runs to the right and in one that runs to the left: the layout
/// is a mirror's, drawings stay unless they say otherwise.
@Suite struct MirrorTests {
    /// A row of three squares on white: a plain one, a picture half red half green, the same that
    /// is told to mirror; each 40 px, the first 4 px from the edge.
    private static let template = """
        {
          "name": "mirror", "title": { "text": "A mirror" }, "alt": { "text": "Three squares." },
          "caption": { "text": "Three squares." }, "placements": ["square"],
          "reference": { "width": 128, "height": 128 },
          "scene": {
            "type": "frame", "direction": "row", "fill": "#FFFFFF", "padding": { "start": 4 },
            "align": "start",
            "children": [
              { "type": "shape", "shape": "rectangle", "width": 40, "height": 40, "fill": "#0000FF" },
              { "type": "shape", "shape": "rectangle", "width": 40, "height": 40, "fill": HALVES },
              { "type": "shape", "shape": "rectangle", "width": 40, "height": 40, "fill": HALVES,
                "mirror": "always" }
            ]
          }
        }
        """.replacing(
            "HALVES",
            with: """
                { "type": "linear", "angle": 90, "stops": [
                  { "color": "#FF0000", "at": 0 }, { "color": "#FF0000", "at": "50%" },
                  { "color": "#00FF00", "at": "50%" }, { "color": "#00FF00", "at": "100%" }] }
                """)

    private func row(_ language: String) throws -> String {
        let folder = try ScratchFolder()
        let kit = try TinyKit(copiedTo: folder)
        _ = try folder.write(Array(Self.template.utf8), to: "templates/tiny/mirror.json")
        let card = try kit.engine.worker().render(
            CardRequest(
                kit: "tiny", template: .named("mirror"), language: language, placement: "square",
                format: .png, effort: .fast))
        let bitmap = try decodeImage(card.bytes).bitmap
        return [2, 14, 34, 54, 74, 94, 114, 126].map { name(bitmap[$0, 20]) }.joined()
    }

    /// Red is in the lowest byte.
    private func name(_ pixel: UInt32) -> String {
        switch pixel & 0xFF_FFFF {
        case 0xFF_FFFF: "w"
        case 0x00_00FF: "r"
        case 0x00_FF00: "g"
        case 0xFF_0000: "b"
        default: "?"
        }
    }

    @Test func theLayoutIsMirroredAndDrawingsStay() throws {
        #expect(try row("en") == "wbbrgrgw")
        // From the right: plain, red left of green as it was, and the other way round.
        #expect(try row("ar") == "wgrrgbbw")
    }
}
