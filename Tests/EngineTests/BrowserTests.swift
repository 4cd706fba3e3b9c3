import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartRequests
import BlueHeartTestbench
import Foundation
import Testing

/// Layout as Chromium does it; `scripts/record-browser` recorded the expectations.
@Suite struct BrowserTests {
    /// A folder with a kit, one placement, and the project's fonts.
    private struct Stage {
        let scratch: ScratchFolder
        let worker: CardWorker

        init(languages: [String], fonts: [String]) throws {
            scratch = try ScratchFolder()
            try scratch.write(
                """
                {"networks": {}, "placements": {"card": {"title": "Card", "networks": [],
                  "size": {"value": {"width": 600, "height": 400}, "source": "tests",
                    "checked": "2026-11", "certainty": "own"},
                  "safe": {"value": {"top": 0, "right": 0, "bottom": 0, "left": 0},
                    "source": "tests", "checked": "2026-11", "certainty": "own"},
                  "formats": {"value": ["png"], "source": "tests", "checked": "2026-11",
                    "certainty": "own"}}}}
                """, to: "assets/placements.json")
            let tags = languages.map { "{\"tag\": \"\($0)\", \"reviewed\": true}" }
            let families = fonts.map { "\"\(Self.key(of: $0))\": [\"\($0)\"]" }
            try scratch.write(
                """
                {"name": "stage", "title": "Stage", "credit": "Tests", "rights": "CC0",
                 "languages": [\(tags.joined(separator: ", "))], "palette": {"ink": "#000000"},
                 "fonts": {\(families.joined(separator: ", "))}}
                """, to: "templates/stage/kit.json")
            for language in languages {
                try scratch.write("{}", to: "templates/stage/words/\(language).json")
            }
            worker =
                CardEngine(
                    EngineOptions(
                        templatesFolder: scratch.path + "/templates",
                        assetsFolder: scratch.path + "/assets",
                        fontsFolder: projectFolder + "/fonts",
                        placementsFile: scratch.path + "/assets/placements.json")
                ).worker()
        }

        /// Name of a font family in the kit.
        static func key(of family: String) -> String {
            family.replacingOccurrences(of: " ", with: "-").lowercased()
        }

        func explain(
            _ scene: Any, as name: String, language: String
        ) throws -> CardExplanation {
            let template: [String: Any] = [
                "name": name, "title": ["text": "Stage"],
                "alt": ["text": "A stage."], "caption": ["text": "A stage."],
                "placements": ["card"], "reference": ["width": 600, "height": 400], "scene": scene,
            ]
            try scratch.write(
                Array(try JSONSerialization.data(withJSONObject: template)),
                to: "templates/stage/\(name).json")
            return try worker.explain(
                CardRequest(
                    kit: "stage", template: .named(name), language: language, placement: "card"))
        }
    }

    private func cases(_ file: String) throws -> [[String: Any]] {
        try #require(
            try JSONSerialization.jsonObject(
                with: Data(CaseFile("Browser/\(file).json").bytes())) as? [[String: Any]])
    }

    @Test func boxesAreWhereTheBrowserPutsThem() throws {
        let stage = try Stage(languages: ["en"], fonts: ["Lato"])
        var compared = 0
        for (index, entry) in try cases("boxes").enumerated() {
            let name = try #require(entry["name"] as? String)
            let scene = try #require(entry["scene"])
            let boxes = try #require(entry["boxes"] as? [String: [Double]])
            let card = try stage.explain(scene, as: "s\(index)", language: "en")
            // Where children stick out, which is an error here, sizes are those of the error.
            guard card.error == nil else { continue }
            compared += 1
            for node in card.laidOut.nodes {
                guard let id = node.id, let expected = boxes[id] else { continue }
                let found = [node.box.minX, node.box.minY, node.box.width, node.box.height]
                let isSame = zip(found, expected).allSatisfy { abs($0 - $1) <= 0.05 }
                #expect(isSame, "\(id) of \(name): expected \(expected), found \(found)")
            }
        }
        #expect(compared >= 60, "only \(compared) scenes fit")
    }

    @Test func linesBreakWhereTheBrowserBreaksThem() throws {
        let entries = try cases("lines")
        let strings = { (field: String) in Set(entries.compactMap { $0[field] as? String }).sorted()
        }
        let stage = try Stage(languages: strings("language"), fonts: strings("family"))
        for (index, entry) in entries.enumerated() {
            let language = try #require(entry["language"] as? String)
            let family = try #require(entry["family"] as? String)
            let lines = try #require(entry["lines"] as? [String])
            let scene: [String: Any] = [
                "type": "frame", "align": "start",
                "children": [
                    [
                        "type": "text", "id": "text", "text": entry["text"], "fontSize": 24,
                        "fontFamily": Stage.key(of: family), "width": entry["width"],
                        "color": "ink",
                        "lineHeight": 1.25,
                    ]
                ],
            ]
            let card = try stage.explain(scene, as: "l\(index)", language: language)
            let text = try #require(card.laidOut.texts.first, "\(String(describing: card.error))")
            let found = text.lines.map {
                $0.text.replacingOccurrences(of: "\u{A0}", with: " ").trimmingCharacters(
                    in: .whitespaces)
            }
            #expect(found == lines, "\(language), \(entry["width"] ?? "") px")
        }
    }
}
