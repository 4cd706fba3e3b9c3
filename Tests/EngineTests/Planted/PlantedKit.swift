import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPixels
import BlueHeartRequests
import BlueHeartTestbench

/// A kit with a template for each of many planted cards, in a folder of its own.
final class PlantedKit {
    private let scratch: ScratchFolder
    private let worker: CardWorker
    private let cards: [PlantedCard]

    init(_ cards: [PlantedCard]) throws {
        self.cards = cards
        scratch = try ScratchFolder()
        try scratch.write(Self.kit, to: "templates/planted/kit.json")
        for (index, card) in cards.enumerated() {
            try scratch.write(card.template("c\(index)"), to: "templates/planted/c\(index).json")
        }
        for language in ["en", "ar", "sk"] {
            let words = cards.enumerated().map { $1.words("c\($0)") }
            try scratch.write(
                "{\n\(words.joined(separator: ",\n"))\n}",
                to: "templates/planted/words/\(language).json")
        }
        try scratch.write(Self.placements, to: "assets/placements.json")
        try scratch.write(try Self.photo(), to: "assets/planted/photo.png")
        worker = TinyKit(root: scratch.path).engine.worker()
    }

    /// The codes of all that is found on a card, each once, sorted.
    func codes(_ index: Int) -> [String] { Set(findings(index).map(\.code)).sorted() }

    func findings(_ index: Int) -> [Diagnostic] {
        worker.check(
            CardRequest(
                kit: "planted", template: .named("c\(index)"), language: cards[index].language,
                placement: cards[index].placement))
    }
}

extension PlantedKit {
    private static let kit = """
        {
          "name": "planted", "title": "Planted faults",
          "languages": ["en", "ar", "sk"].map,
          "palette": { "ink": "#0A2A5E", "paper": "#FFFFFF", "heart": "#0B6FB8" },
          "fonts": { "text": ["Noto Sans"] }, "spacing": {}, "links": {}, "hashtags": [],
          "styles": { "accent": { "color": "#A8C4E0" }, "strong": { "color": "#0B5CA8" } },
          "credit": "Anna Novak", "rights": "CC BY 4.0"
        }
        """.replacing(
            "[\"en\", \"ar\", \"sk\"].map",
            with: "["
                + ["en", "ar", "sk"].map { "{ \"tag\": \"\($0)\", \"reviewed\": true }" }
                .joined(separator: ", ") + "]")

    private static func figure(_ name: String, _ value: String) -> String {
        """
        "\(name)": { "value": \(value), "source": "these tests", "checked": "2026-11", \
        "certainty": "own" }
        """
    }

    private static func placement(
        _ name: String, _ width: Int, _ height: Int, network: String = "here", _ more: String...
    ) -> String {
        let figures =
            [
                figure("size", "{ \"width\": \(width), \"height\": \(height) }"),
                figure("safe", "{ \"top\": 8, \"right\": 8, \"bottom\": 8, \"left\": 8 }"),
                figure("formats", "[\"png\"]"), figure("displayWidth", "\(width)"),
            ] + more
        return """
            "\(name)": { "title": "\(name)", "networks": ["\(network)"], \
            \(figures.joined(separator: ", ")) }
            """
    }

    private static func network(_ name: String, limit: Int) -> String {
        """
        "\(name)": { "title": "\(name)", \(figure("counting", "\"characters\"")), \
        \(figure("altLimit", "1000")), \(figure("captionLimit", "\(limit)")) }
        """
    }

    private static let placements = """
        {
          "networks": { \(network("here", limit: 500)), \(network("terse", limit: 40)) },
          "placements": {
            \(placement("wide", 240, 126)),
            \(placement("cut", 240, 126, figure(
                "crop", "{ \"top\": 0, \"right\": 0, \"bottom\": 0, \"left\": 24 }"))),
            \(placement("header", 240, 126, figure(
                "covered",
                "[{ \"title\": \"profile picture\", \"shape\": \"ellipse\", \"x\": 8, \"y\": 70, "
                    + "\"width\": 60, \"height\": 60 }]"))),
            \(placement("round", 240, 240, figure("shape", "\"circle\""))),
            \(placement("brief", 240, 126, network: "terse"))
          }
        }
        """

    /// Dark and grained, with one bright spot where the end of a headline stands.
    private static func photo() throws -> [UInt8] {
        var random = SplitMix64(seed: 5)
        var bitmap = Bitmap(width: 240, height: 126, filledWith: 0xFF30_2010)
        for y in 0..<126 {
            for x in 0..<240 {
                let grain = UInt32(random.next() % 24)
                let isBright = (118..<150).contains(x) && (10..<30).contains(y)
                let level = (isBright ? 200 : 16) + grain
                bitmap[x, y] = 0xFF00_0000 | level << 16 | level << 8 | level
            }
        }
        return try encode(bitmap, as: EncodeOptions(format: .png)).bytes
    }
}
