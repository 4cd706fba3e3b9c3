import Diagnostics
import JSON
import Testbench
import Testing

@Suite struct CheckFormatTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.folder.write(
            #"{"name": "bad", "extends": "greeting", "captoin%\n::error::,": 1}"#,
            to: "b,a:d %.json")
    }

    private func check(_ format: String) throws -> Program.Answer {
        try program.run("check", "./b,a:d %.json", "--kit", Program.kit, "--format", format)
    }

    @Test func sarifIsAsItsSchemaSays() throws {
        let answer = try check("sarif")
        #expect(answer.status == 65 && answer.errors.isEmpty)
        let file = try program.folder.write(answer.text, to: "log.sarif")
        let script = """
            import sys
            from pydantic_sarif.model import (
                StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log)
            log = Log.model_validate_json(open(sys.argv[1], "rb").read(), strict=False)
            for result in log.runs[0].results:
                place = result.locations[0]
                region = place.physicalLocation.region
                print(result.ruleId, result.level.value, region.startLine, region.startColumn,
                      place.physicalLocation.artifactLocation.uri)
            """
        let read = try Tool(".venv/bin/python3").run(["-c", script, file])
        #expect(read.text == "unknown-field error 1 40 ./b%2Ca%3Ad%20%25.json\n")
    }

    /// A finding of a finished card has its rule, its measure and its place on the picture.
    @Test func sarifKnowsTheRules() throws {
        let answer = try program.run(
            "check", "greeting", "--kit", Program.kit, "--format", "sarif")
        let root = try JSONDocument.read(answer.output, file: "log")
        let run = try #require(try root["runs"]?.array(at: JSONPath()).first)
        let rules = try #require(try run["tool"]?["driver"]?["rules"]?.array(at: JSONPath()))
        #expect(rules.count == CheckRule.all.count)
    }

    @Test func aWorkflowCommandIsOneLineWhateverIsInIt() throws {
        let answer = try check("github")
        #expect(answer.status == 65 && answer.errors.isEmpty)
        let lines = answer.text.split(separator: "\n")
        #expect(lines.count == 1)
        let place = "::error file=./b%2Ca%3Ad %25.json,line=1,col=40,title=unknown-field::error: "
        #expect(lines.first?.hasPrefix(place) == true, "\(answer.text)")
        #expect(lines.first?.contains("captoin%25") == true)
    }

    @Test func jsonIsTheSameByBothNames() throws {
        let name = "./b,a:d %.json"
        let short = try program.run("check", name, "--kit", Program.kit, "--json")
        #expect(try check("json").output == short.output)
        let both = try program.run("check", name, "--json", "--format", "sarif")
        #expect(both.status == 64)
    }
}
