import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Foundation
import Testing

/// A kit's folder with all that lies in it.
struct KitFolder: CustomTestStringConvertible, Sendable {
    var url: URL
    var testDescription: String { url.lastPathComponent }

    /// Every kit of the repository.
    static var all: [KitFolder] {
        ["templates", "examples", "Benchmarks/templates", "Tests/Cases/Templates"].flatMap {
            parent in
            folders(in: Fixture.repository.appending(path: parent))
        }
    }

    private static func folders(in parent: URL) -> [KitFolder] {
        let manager = FileManager.default
        let names: [String]
        do {
            names = try manager.contentsOfDirectory(atPath: parent.path)
        } catch {
            preconditionFailure("cannot list \(parent.path): \(error)")
        }
        return names.sorted().map { KitFolder(url: parent.appending(path: $0)) }
            .filter { manager.fileExists(atPath: $0.url.appending(path: "kit.json").path) }
    }

    func kit() throws -> Kit {
        try Kit.read(try Fixture.bytes(url.appending(path: "kit.json")), file: "kit.json")
    }

    func templates() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(atPath: url.path)
            .filter { $0.hasSuffix(".json") && $0 != "kit.json" }.sorted()
            .map { url.appending(path: $0) }
    }

    func words(_ language: Language) throws -> WordList {
        let name = "words/\(language.tag).json"
        return try WordList.read(
            try Fixture.bytes(url.appending(path: name)), file: name, language: language)
    }

    func template(_ url: URL, in kit: Kit) throws -> Template {
        try Template.read(
            try Fixture.bytes(url), file: url.lastPathComponent, in: kit,
            loader: { name throws(CardError) in
                let file = url.deletingLastPathComponent().appending(path: "\(name).json")
                do {
                    return (try Fixture.bytes(file), "\(name).json")
                } catch {
                    return try Template.noTemplate(name)
                }
            })
    }
}

@Suite struct HouseTemplatesTests {
    /// The networks' slots and those of the reference cards.
    static let placements: Result<[Placement], any Error> = Result {
        try ["assets/placements.json", "Benchmarks/placements.json"].flatMap { path in
            try PlacementList.read(
                try Fixture.bytes(Fixture.repository.appending(path: path)), file: path
            ).placements
        }
    }

    @Test func thereAreKitsToRead() { #expect(KitFolder.all.count >= 3) }

    /// Every template in every placement, the kit's languages in turn, filled with its examples.
    ///
    /// Words are checked in all languages. `.ci/run` lays out every card.
    @Test(arguments: KitFolder.all)
    func everyTemplateMakesAllItsScenes(folder: KitFolder) throws {
        let kit = try folder.kit()
        let placements = try Self.placements.get()
        let words = try kit.languages.map { try folder.words($0.language) }
        for url in try folder.templates() {
            let template = try folder.template(url, in: kit)
            #expect(template.name + ".json" == url.lastPathComponent)
            #expect(template.faults(inPlacements: placements.map(\.name)) == [])
            for list in words { #expect(template.faults(in: list, kit: kit) == []) }
            let allowed = placements.filter { template.placements.contains($0.name) }
            for (index, placement) in allowed.enumerated() {
                let turn = index % words.count
                let filling = examples(of: template, in: words[turn])
                let scene = try template.resolve(
                    filling, placement: placement, language: kit.languages[turn].language,
                    kit: kit, words: words[turn])
                #expect(!scene.words.alt.isEmpty)
            }
        }
    }

    private func examples(of template: Template, in words: WordList) -> ParameterValues {
        var filling = ParameterValues()
        for (name, text) in template.parameters.examples(in: words) {
            filling.set(name, to: text)
        }
        return filling
    }
}
