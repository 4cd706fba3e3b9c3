import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartTemplates
import BlueHeartTestbench
import Testing

@Suite struct GeneratedSchemaTests {
    /// `scripts/generate` writes them; a change by hand is lost with its next run.
    @Test(arguments: FileSchema.allCases)
    func theSchemaIsMadeFromTheDeclarations(schema: FileSchema) throws {
        let file = try projectFile("schemas/\(schema.rawValue).schema.json")
        let made = schema.text(checks: CheckRule.all)
        #expect(String(decoding: file, as: UTF8.self) == made, "run scripts/generate")
    }
}
