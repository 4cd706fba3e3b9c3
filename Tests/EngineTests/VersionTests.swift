import Engine
import Testbench
import Testing

@Suite struct VersionTests {
    @Test func theHTTPInterfaceHasTheProgramsVersion() throws {
        let document = String(decoding: try projectFile("web/openapi.json"), as: UTF8.self)
        #expect(document.contains("\"version\": \"\(programVersion)\","))
    }

    @Test func theVersionHasThreeNumbers() {
        let parts = programVersion.split(separator: ".", omittingEmptySubsequences: false)
        #expect(parts.count == 3 && parts.allSatisfy { UInt16($0) != nil })
    }
}
