import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartTemplates
import BlueHeartTestbench
import Testing

/// `scripts/generate` writes these files; a change by hand is lost with its next run.
@Suite struct GeneratedFileTests {
    @Test(arguments: FileSchema.all.map(\.name))
    func theSchemaIsMadeFromTheDeclarations(name: String) throws {
        let schema = try #require(FileSchema.all.first { $0.name == name })
        let file = try projectFile("schemas/\(name).schema.json")
        let made = schema.text(checks: CheckRule.all)
        #expect(String(decoding: file, as: UTF8.self) == made, "run scripts/generate")
    }

    @Test func theTablesOfTheReferenceAreMadeFromTheDeclarations() throws {
        let page = String(decoding: try projectFile("docs/template-reference.md"), as: UTF8.self)
        let made = ReferenceTables.updated(page, files: FileSchema.all)
        #expect(made == page, "run scripts/generate")
    }
}
