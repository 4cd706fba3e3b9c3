import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartTestbench
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

    /// A card whose only word can hardly be seen.
    private func checkFaintCard(_ format: String) throws -> Program.Answer {
        try program.folder.write(
            """
            {
              "name": "faint", "title": { "text": "Faint" },
              "alt": { "text": "White paper with a word: Hardly." },
              "caption": { "text": "A word that hardly anybody sees." }, "placements": ["square"],
              "reference": { "width": 1080, "height": 1080 },
              "scene": {
                "type": "frame", "fill": "paper", "align": "center", "justify": "center",
                "children": [
                  { "type": "text", "text": "Hardly", "fontFamily": "text", "fontSize": 200, "color": "ink/10%" }
                ]
              }
            }
            """, to: "faint.json")
        return try program.run(
            "check", "./faint.json", "--kit", Program.kit, "--lang", "en", "--format", format)
    }

    /// What an independent reader of SARIF and of JSON finds in a finding of a finished card.
    @Test func aFindingHasItsRulePlacesMeasureAndHintInEveryFormat() throws {
        let sarif = try program.folder.write(try checkFaintCard("sarif").text, to: "log.sarif")
        let json = try program.folder.write(try checkFaintCard("json").text, to: "log.json")
        let script = """
            import json, sys
            from pydantic_sarif.model import (
                StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log)
            Log.model_validate_json(open(sys.argv[1], "rb").read(), strict=False)
            run = json.load(open(sys.argv[1]))["runs"][0]
            found = json.load(open(sys.argv[2]))["checked"][0]["diagnostics"]
            for result, told in zip(run["results"], found, strict=True):
                rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
                place = result["locations"][0]
                cards = told.pop("cards")
                assert len(cards) == len(set(cards)) > 0 and cards[0].startswith("faint/en/")
                assert result["properties"] == told and result["level"] == told["severity"]
                assert rule["id"] == told["code"] == result["ruleId"]
                assert rule["shortDescription"]["text"] and told["hint"] in result["message"]["text"]
                area, measured = told["area"], told["measured"]
                assert 0 < area["x"] < area["x"] + area["width"] < 1080
                assert 0 < area["y"] < area["y"] + area["height"] < 1080
                print(told["code"], told["severity"], told["line"], told["path"],
                      measured["value"] < measured["atLeast"],
                      place["logicalLocations"][0]["fullyQualifiedName"] == told["path"])
            """
        let read = try Tool(".venv/bin/python3").run(["-c", script, sarif, json])
        #expect(
            read.text.hasPrefix(
                "text-low-contrast warning 9 scene.children[0] True True\n"), "\(read.text)")
        let github = try checkFaintCard("github").text
        #expect(
            github.contains("::warning file=./faint.json,line=9,col=7,title=text-low-contrast::"))
        let text = try checkFaintCard("text").errors
        #expect(text.contains("./faint.json:9:7: warning: ") && text.contains("\n  in faint/en/"))
    }

    @Test func sarifKnowsTheRules() throws {
        let root = try JSONDocument.read(try check("sarif").output, file: "log")
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
