import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Foundation
import Testing

/// The made-up campaign that the tests use, and a short way to its values.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }

    static func kitFile(_ path: String) throws -> [UInt8] {
        try bytes(repository.appending(path: "Tests/Cases/Templates/kit/\(path)"))
    }

    static func kit() throws -> Kit {
        try Kit.read(try kitFile("kit.json"), file: "kit.json")
    }

    /// The kit once for all cases, or why it cannot be read.
    static let sharedKit: Result<Kit, CardError> = {
        do throws(CardError) {
            return .success(try Kit.read(bytesOrTrap("kit.json"), file: "kit.json"))
        } catch {
            return .failure(error)
        }
    }()

    private static func bytesOrTrap(_ path: String) -> [UInt8] {
        do { return try kitFile(path) } catch { preconditionFailure("\(path): \(error)") }
    }

    static func words(_ tag: String) throws -> WordList {
        try WordList.read(
            try kitFile("words/\(tag).json"), file: "words/\(tag).json",
            language: try Language(tag: tag))
    }

    /// The template of the fixture kit.
    static func pledge() throws -> Template {
        try Template.read(try kitFile("pledge.json"), file: "pledge.json", in: try kit())
    }

    static let square = Placement(
        name: "square", title: "Square", widthInPixels: 1080, heightInPixels: 1080)
    static let og = Placement(name: "og", title: "Link", widthInPixels: 1200, heightInPixels: 630)
    static let story = Placement(
        name: "story", title: "Story", widthInPixels: 1080, heightInPixels: 1920,
        safeInsets: Insets(top: 250, right: 40, bottom: 340, left: 60))
}

/// A template around a scene, and what becomes of it.
struct Sketch {
    var scene: String
    var parameters = "{}"
    var styles = "{}"
    var variants = "[]"
    var words = "{}"
    var placements = #"["square", "og", "story"]"#
    var placement = Fixture.square
    var language = "en"

    init(_ scene: String) {
        self.scene = scene
    }

    var json: String {
        """
        { "name": "sketch", "title": { "text": "Sketch" }, "alt": { "text": "A sketch." },
          "caption": { "text": "A sketch." }, "placements": \(placements),
          "parameters": \(parameters), "styles": \(styles), "variants": \(variants),
          "scene": \(scene) }
        """
    }

    func template() throws -> Template {
        try Template.read(Array(json.utf8), file: "sketch.json", in: try Fixture.kit())
    }

    func plan() throws -> ScenePlan {
        let language = try Language(tag: language)
        return try template().plan(
            placement: placement, language: language, kit: try Fixture.kit(),
            words: try WordList.read(Array(words.utf8), file: "words.json", language: language))
    }

    func scene(_ filling: ParameterValues = [:]) throws -> Scene { try plan().scene(with: filling) }

    /// The root of the scene.
    func root(_ filling: ParameterValues = [:]) throws -> Node { try scene(filling).root }

    /// The faults of reading it, by code.
    func codes() -> [String] {
        do {
            _ = try template()
            return []
        } catch let error as CardError {
            return error.diagnostics.map(\.code)
        } catch {
            return ["\(error)"]
        }
    }
}

extension Node {
    var children: [Node] {
        if case .frame(let frame) = content { frame.children } else { [] }
    }

    var frame: Frame? { if case .frame(let frame) = content { frame } else { nil } }

    /// The words of a text.
    var text: String? {
        if case .text(let paragraph, _) = content { paragraph.text } else { nil }
    }
}
