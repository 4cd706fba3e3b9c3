import BlueHeartDiagnostics
import BlueHeartTemplates
import BlueHeartTestbench
import Foundation
import Testing

/// An independent JSON Schema validator.
enum Validator {
    static let program = Fixture.repository.appending(path: ".venv/bin/check-jsonschema")

    /// The names of the files that do not satisfy a schema.
    static func refused(_ files: [String], by schema: String) throws -> Set<String> {
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Missing(description: "check-jsonschema is missing: run scripts/setup --test")
        }
        let answer = try Tool(program.path).run(
            ["--output-format", "json", "--schemafile", schema] + files, in: projectFolder)
        let report = try JSONDecoder().decode(Report.self, from: Data(answer.output))
        #expect(report.status == "ok" || !report.refused.isEmpty, "\(schema): no file is named")
        return report.refused
    }

    struct Missing: Error, CustomStringConvertible { var description: String }

    private struct Report: Decodable {
        struct Entry: Decodable { var filename: String }
        var status: String
        var errors: [Entry]?
        var parse_errors: [Entry]?

        var refused: Set<String> {
            Set(((errors ?? []) + (parse_errors ?? [])).map(\.filename))
        }
    }
}

@Suite struct SchemaTests {
    private static let kinds = ["kit", "template", "words", "blocked", "drop"]

    /// The reader's half of the same files is in `CaseTests`, that of drops in `DropsTests`.
    @Test(arguments: kinds)
    func theSchemaAgreesWithTheReader(kind: String) throws {
        let schema = "schemas/\(kind).schema.json"
        let valid = CaseFile.all(in: "Templates/valid/\(kind)", ending: "json").map(\.path)
        let broken = CaseFile.all(in: "Templates/broken/\(kind)", ending: "json").map(\.path)
        var beyond: [String] = []
        if kind != "drop" {
            beyond = CaseFile.all(in: "Templates/broken-beyond-schema/\(kind)", ending: "json")
                .map(\.path)
        }
        let refused = try Validator.refused(valid + broken + beyond, by: schema)
        #expect(refused == Set(broken))
    }

    /// A schema for one kit refuses the typos that one for any kit cannot see.
    @Test func aSchemaForOneKitKnowsItsNames() throws {
        let names = SchemaNames(
            kit: try Fixture.kit(), placements: ["square", "og", "story"], keys: ["pledge.title"],
            artwork: [], templates: ["pledge"])
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "kit-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        let schema = folder.appending(path: "schema.json")
        try Data(FileSchema.template.text(checks: [], names: names).utf8).write(to: schema)
        func file(_ name: String, _ scene: String) throws -> String {
            let url = folder.appending(path: name)
            try Data(Sketch(scene).json.utf8).write(to: url)
            return url.path
        }
        let right = try file("right.json", #"{ "type": "frame", "fill": "deep/50%", "gap": "m" }"#)
        let color = try file("color.json", #"{ "type": "frame", "fill": "deap" }"#)
        let spacing = try file("spacing.json", #"{ "type": "frame", "gap": "mm" }"#)
        #expect(
            try Validator.refused([right, color, spacing], by: schema.path) == [color, spacing])
    }

    @Test func everyFileOfEveryKitSatisfiesItsSchema() throws {
        var files: [String: [String]] = [:]
        for folder in KitFolder.all {
            files["kit", default: []].append(folder.url.appending(path: "kit.json").path)
            files["template", default: []] += try folder.templates().map(\.path)
            for kind in ["words", "blocked"] {
                files[kind, default: []] += try paths(in: folder.url.appending(path: kind))
            }
        }
        for (kind, paths) in files {
            #expect(try Validator.refused(paths, by: "schemas/\(kind).schema.json") == [])
        }
        #expect(files["blocked"]?.count ?? 0 >= 24)
    }

    /// Empty where a kit has no such folder.
    private func paths(in folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .map { folder.appending(path: $0).path }
    }
}
