import Diagnostics
import Formats
import JSON
import Testbench
import Testing

/// The files that repeat the table of formats for other programs and for people.
@Suite struct PublishedFormatTests {
    private static let written = ImageFormat.written.map(\.rawValue)

    @Test(arguments: ["card", "drop", "manifest", "placements"])
    func theSchemasAllowTheWrittenFormats(schema: String) throws {
        let choices = try choices(in: "schemas/\(schema).schema.json")
        #expect(!choices.isEmpty)
        for choice in choices { #expect(choice == Self.written) }
    }

    @Test func theDescriptionOfTheServerAllowsTheWrittenFormats() throws {
        let choices = try choices(in: "web/openapi.json")
        #expect(!choices.isEmpty)
        for choice in choices { #expect(choice == Self.written) }
    }

    /// The page's sentences take the list from the table.
    @Test func thePageNamesNoFormatItself() throws {
        let files = try contents(of: projectFolder + "/web/words")
        #expect(files.count > 1)
        for (file, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("{formats}"), "\(file)")
            for format in ImageFormat.ofPhotos {
                #expect(!text.contains(format.name), "\(file): \(format.name)")
            }
        }
    }

    @Test func theManualsNameThem() throws {
        let quoted = alternatives(Self.written.map { "`\($0)`" })
        let reference = try text(of: "docs/template-reference.md")
        #expect(try text(of: "docs/cli.md").contains(quoted))
        #expect(reference.contains("`format` is \(quoted)"))
        let addresses = "{placement}.{\(Self.written.joined(separator: ","))}"
        #expect(try text(of: "docs/http.md").contains(addresses))
        let artwork = reference.split(separator: "\n").first { $0.hasPrefix("assets/<kit>/") }
        for format in ImageFormat.read {
            #expect(artwork?.contains(format.rawValue) == true)
        }
    }

    private func text(of file: String) throws -> String {
        String(decoding: try projectFile(file), as: UTF8.self)
    }

    /// The lists of names in a document of which one is that of a format.
    private func choices(in file: String) throws -> [[String]] {
        lists(in: try JSONDocument.read(try projectFile(file), file: file))
            .filter { $0.contains(ImageFormat.png.rawValue) }
    }

    private func lists(in node: JSONNode) -> [[String]] {
        switch node.value {
        case .object(let object):
            object.flatMap { (member) -> [[String]] in
                if member.name == "enum", case .array(let choices) = member.value.value {
                    return [choices.compactMap(\.string)]
                }
                return lists(in: member.value)
            }
        case .array(let elements): elements.flatMap(lists)
        default: []
        }
    }
}

extension JSONNode {
    fileprivate var string: String? {
        if case .string(let text) = value { text } else { nil }
    }
}
