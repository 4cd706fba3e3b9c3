import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartTemplates
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartServer

/// Shares of evasions, names and honest sentences that are refused.
@Suite struct TextGuardMeasures {
    private static let guarded = Result { () throws -> PublicKit in
        let engine = CardEngine(EngineOptions(home: projectFolder))
        return try #require(try PublicCatalog(engine).kits.first)
    }

    private func refused(_ text: String) throws -> Bool {
        try Self.guarded.get().textGuard.refusesName(publicText(text), on: .english)
    }

    @Test func evasionsAreStopped() throws {
        let samples = EvasiveText.samples(1_000, seed: 17)
        let passed = try samples.filter { try !refused($0.text) }
        print("evasions passed: \(passed.count) of \(samples.count)")
        #expect(passed.count <= 10, "\(passed.map(\.description).joined(separator: "\n"))")
    }

    @Test func honestSentencesPass() throws {
        let stopped = try HonestText.samples(2_000, seed: 17).filter(refused)
        #expect(stopped.count <= 2, "\(stopped.joined(separator: "\n"))")
    }

    /// Names of 111 locales of Faker; `scripts/names` writes the list.
    @Test func namesPass() throws {
        let file = Fixture.names
        let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
            String.init)
        let stopped = try names.filter(refused)
        print(
            "names refused: \(stopped.count) of \(names.count): \(stopped.joined(separator: ", "))")
        #expect(names.count > 34_000)
        #expect(stopped.count * 1_000 <= names.count, "\(stopped.joined(separator: "\n"))")
    }
}

private enum Fixture {
    static let names = URL(filePath: projectFolder).appending(
        path: "Tests/ServerTests/Fixtures/names.txt")
}

extension Language {
    fileprivate static let english = Language(tag: "en", direction: .leftToRight)
}
