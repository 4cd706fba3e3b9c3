import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartTestbench
import Testing

/// The reader's half of what `SchemaTests` proves of `schemas/drop.schema.json`.
@Suite struct DropSchemaTests {
    @Test func theReaderTakesWhatTheSchemaTakes() throws {
        for file in CaseFile.all(in: "Templates/valid/drop", ending: "json") {
            #expect(throws: Never.self, "\(file.name)") {
                try DropPlan.read(try file.bytes(), file: file.path)
            }
        }
    }

    @Test func theReaderRefusesWhatTheSchemaRefuses() throws {
        for file in CaseFile.all(in: "Templates/broken/drop", ending: "json") {
            let error = try #require(throws: CardError.self, "\(file.name)") {
                try DropPlan.read(try file.bytes(), file: file.path)
            }
            let codes = error.diagnostics.map(\.code)
            #expect(codes.contains { file.name.hasPrefix($0) }, "\(file.name): \(codes)")
        }
    }
}
