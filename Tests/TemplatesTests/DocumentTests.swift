import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartTemplates
import BlueHeartTestbench
import Foundation
import Testing

/// A block of JSON in the template reference, with the word that says what it is.
struct DocumentExample: CustomTestStringConvertible, Sendable {
    var kind: String
    var line: Int
    var json: String

    var testDescription: String { "\(kind) at line \(line)" }

    static func all() throws -> [DocumentExample] {
        let text = String(
            decoding: try projectFile("docs/template-reference.md"), as: UTF8.self)
        var examples: [DocumentExample] = []
        var open: DocumentExample?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("```json") {
                let kind = line.dropFirst("```json".count).trimmingCharacters(in: .whitespaces)
                open = DocumentExample(kind: kind, line: index + 1, json: "")
            } else if line.hasPrefix("```"), let example = open {
                examples.append(example)
                open = nil
            } else {
                open?.json += line + "\n"
            }
        }
        return examples
    }

    static func first(_ kind: String) throws -> String {
        try #require(try all().first { $0.kind == kind }).json
    }

    /// The whole file that the example is or is part of.
    func file() throws -> String {
        let parameters = try Self.first("parameters")
        return switch kind {
        case "node":
            Self.template(scene: #"{ "type": "frame", "children": [\#(json)] }"#, parameters)
        case "paint": Self.template(scene: #"{ "type": "frame", "fill": \#(json) }"#, parameters)
        case "parameters": Self.template(scene: #"{ "type": "frame" }"#, json)
        case "condition":
            Self.template(
                scene: #"{ "type": "frame", "children": [{ "type": "frame", "when": \#(json) }] }"#,
                parameters)
        case "variants":
            Self.template(
                scene: """
                    { "type": "frame", "children": [{ "type": "frame", "id": "photo" },
                      { "type": "text", "id": "headline", "text": "a", "maxLines": 2,
                        "fontSize": { "min": 40, "max": 90 } }] }
                    """, parameters, variants: json)
        default: json
        }
    }

    private static func template(
        scene: String, _ parameters: String, variants: String = "[]"
    ) -> String {
        """
        { "name": "example", "title": { "text": "a" }, "alt": { "text": "a" },
          "caption": { "text": "a" }, "placements": ["square", "og", "story"], "parameters": \(parameters),
          "scene": \(scene), "variants": \(variants) }
        """
    }
}

@Suite struct DocumentTests {
    @Test func everyExampleOfTheReferenceIsRead() throws {
        let kit = try Kit.read(Array(try DocumentExample.first("kit").utf8), file: "kit.json")
        let english = try Language(tag: "en")
        let words = try WordList.read(
            Array(try DocumentExample.first("words").utf8), file: "en.json", language: english)
        for example in try DocumentExample.all() {
            let bytes = Array(try example.file().utf8)
            do {
                switch example.kind {
                case "kit", "words", "drop": continue
                default:
                    let template = try Template.read(
                        bytes, file: "line \(example.line)", in: kit,
                        loader: { _ throws(CardError) in
                            (Array(DocumentTests.pledge.utf8), "pledge.json")
                        })
                    if example.kind != "extends" {
                        #expect(template.faults(in: words, kit: kit) == [], "\(example.line)")
                    }
                }
            } catch {
                Issue.record("line \(example.line): \(error)")
            }
        }
    }

    private static let pledge: String = {
        do { return try DocumentExample.first("template") } catch { return "\(error)" }
    }()

    @Test func theReferenceHasAnExampleOfEachKind() throws {
        let examples = try DocumentExample.all()
        let kinds = [
            "kit", "words", "template", "extends", "parameters", "node", "paint", "condition",
            "variants", "drop",
        ]
        #expect(Set(examples.map(\.kind)) == Set(kinds))
        let nodes = examples.filter { $0.kind == "node" }.map(\.json).joined()
        for type in ["frame", "group", "text", "image", "shape", "qr", "repeat"] {
            #expect(nodes.contains("\"type\": \"\(type)\""), "no example of \(type)")
        }
    }

    @Test func everyExampleSatisfiesItsSchema() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "reference-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { removeFolder(folder) }
        var files: [String: [String]] = [:]
        for example in try DocumentExample.all() {
            let kind = ["kit", "words", "drop"].contains(example.kind) ? example.kind : "template"
            let file = folder.appending(path: "\(kind)-\(example.line).json")
            try Data(try example.file().utf8).write(to: file)
            files[kind, default: []].append(file.path)
        }
        for (kind, paths) in files {
            #expect(try Validator.refused(paths, by: "schemas/\(kind).schema.json") == [])
        }
    }

    private func removeFolder(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }

    /// Every code that a source file names stands in the first column of a table, and no other.
    @Test func everyCodeIsDocumented() throws {
        let text = String(decoding: try projectFile("docs/diagnostics.md"), as: UTF8.self)
        let documented = Set(text.matches(of: /(?m)^\| `([a-z0-9-]+)`/).map { String($0.1) })
        let rooms = try FileManager.default.contentsOfDirectory(
            atPath: projectFolder + "/Sources")
        // The names of SVG's properties are written like codes.
        let named = try DiagnosticCodes.inSources(of: rooms.filter { $0 != "Artwork" })
        #expect(named.count > 140)
        #expect(named.subtracting(Self.otherNames).subtracting(documented).sorted() == [])
        #expect(documented.subtracting(named).sorted() == [])
    }

    /// Written like codes, and none.
    private static let otherNames: Set<String> = [
        "blue-heart", "utf-8", "color-scheme", "no-cache", "no-store", "no-referrer",
        "cross-origin", "x-forwarded-for", "decode-photo", "display-list",
    ]
}
