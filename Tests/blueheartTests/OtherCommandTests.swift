import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartTestbench
import Testing

@Suite struct OtherCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test func aNewTemplateCanBeSeenAndChangedAtOnce() throws {
        let made = try program.run("new", "template", "my-card")
        #expect(made.status == 0, "\(made.errors)")
        let command = try #require(
            made.text.split(separator: "\n").first { $0.contains("blueheart render") })
        let arguments = command.split(separator: " ").dropFirst().map { String($0) }
        let first = try program.run(arguments)
        #expect(first.status == 0, "\(first.errors)")
        let before = try program.folder.bytes(of: "card.png")
        let text = try program.folder.text(of: "my-card.json")
        let changed = text.replacing("\"style\": \"solid\"", with: "\"style\": \"outline\"")
            .replacing("Freedom belongs to everyone.", with: "Nobody is for sale.")
        #expect(changed != text)
        try program.folder.write(changed, to: "my-card.json")
        let second = try program.run(arguments)
        #expect(second.status == 0, "\(second.errors)")
        #expect(try program.folder.bytes(of: "card.png") != before)
        #expect(try program.folder.text(of: "card.alt.txt").contains("Nobody is for sale."))
        #expect(try program.run("check", "./my-card.json").status == 0)
        #expect(try program.run("new", "template", "my-card").status == 73)
        let over = try program.run("render", "./my-card.json", "-o", "my-card.png")
        #expect(over.status == 73 && over.errors.contains("would be written over"))
        #expect(try program.folder.text(of: "my-card.json") == changed)
    }

    @Test func aNewKitMakesAWholeDrop() throws {
        #expect(try program.run("new", "kit", "team").status == 0)
        let check = try program.run("check", "team")
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.text == "./team: 5 cards, good\n")
        let drop = try program.run(
            "drop", "--kit", "./team", "--out", "cards", "--sheet", "--sidecars", "alt,json")
        #expect(drop.status == 0, "\(drop.errors)")
        #expect(try delivered(in: program.folder.path + "/cards").count == 5 * 3 + 3)
        #expect(try program.run("new", "kit", "../x").status == 64)
        try expectSchemas(of: ["team/kit.json", "team/hello.json", "team/words/en.json"])
        let card = ["new", "template", "second", "--kit", "./team"]
        #expect(try program.run(card).status == 0)
        let second = try program.run("check", "./second.json", "--kit", "./team")
        #expect(second.status == 0, "a template on another kit's colours: \(second.errors)")
    }

    @Test func aNewTemplateInAKitsFolderUsesThatKit() throws {
        #expect(try program.run("new", "kit", "team").status == 0)
        let answer = try program.run("new", "template", "second", in: "team")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try program.run("check", "team/second.json").status == 0)
        try expectSchemas(of: ["team/second.json"])
    }

    /// Every file names a schema that exists, by a path that a colleague has too.
    private func expectSchemas(of files: [String]) throws {
        for file in files {
            let root = try JSONDocument.read(program.folder.bytes(of: file), file: file)
            let schema = try #require(root["$schema"]).string(at: JSONPath())
            #expect(!schema.hasPrefix("/") && !schema.contains(":"), "\(file): \(schema)")
            let folder = file.split(separator: "/").dropLast().joined(separator: "/")
            let text = try program.folder.text(of: "\(folder)/\(schema)")
            #expect(text.contains("json-schema.org"), "\(file): \(schema)")
        }
    }

    @Test func checkDrawsWhatItFindsOverTheCardsThatHaveIt() throws {
        try program.folder.write(Self.faint, to: "faint.json")
        let answer = try program.run(
            "check", "./faint.json", "--kit", Program.kit, "--overlay", "found")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors.contains("text-low-contrast"))
        #expect(answer.errors.hasSuffix("\n1 picture of findings in found\n"))
        let bytes = try program.folder.bytes(of: "found/faint/en/og.png")
        // Wider than the card, for the legend has margins.
        #expect(bytes[16..<20].reduce(0) { $0 << 8 | Int($1) } > 1_200)
        let clean = try program.run("check", "greeting", "--kit", Program.kit, "--overlay", "none")
        #expect(clean.errors == "0 pictures of findings in none\n")
        try program.folder.write("a file", to: "full")
        let refused = try program.run(
            "check", "./faint.json", "--kit", Program.kit, "--overlay", "full")
        #expect(refused.status == 73, "\(refused.errors)")
    }

    /// A template whose headline is hardly seen, in one of two languages.
    private static let faint = """
        {
          "name": "faint", "extends": "greeting", "placements": ["og"],
          "variants": [{
            "when": { "direction": "ltr" },
            "set": { "headline": { "color": "#DDE3EC" } }
          }]
        }
        """

    @Test func checkTellsEveryFaultOnceAndEndsWith65() throws {
        try program.folder.write(
            #"{"name": "bad", "extends": "greeting", "captoin": 1, "styles": {"a": {"colr": 1}}}"#,
            to: "bad.json")
        let answer = try program.run("check", "./bad.json", "--kit", Program.kit)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("did you mean \"caption\"?"))
        #expect(answer.errors.split(separator: "\"captoin\"").count == 2)
        let json = try program.run("check", "./bad.json", "--kit", Program.kit, "--json")
        #expect(json.status == 65 && json.errors.isEmpty)
        let root = try JSONDocument.read(json.output, file: "output")
        #expect(try root["good"]?.bool(at: JSONPath()) == false)
    }

    @Test func checkGoesOverEveryRowOfADrop() throws {
        try program.folder.write("name\nAmina\n\(String(repeating: "x", count: 50))\n", to: "r.csv")
        try program.folder.write(
            #"{"kit": "\#(Program.kit)", "templates": ["greeting"], "rows": "r.csv"}"#,
            to: "d.json")
        let answer = try program.run("check", "d.json")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("r.csv:3:1: error:"))
        #expect(try program.folder.names() == ["d.json", "r.csv"])
    }

    @Test(arguments: [
        "templates", "placements", "networks", "languages", "fonts", "formats", "kits", "checks",
    ])
    func listsAreTextForPeopleAndJSONForScripts(thing: String) throws {
        let options = thing == "kits" ? [] : ["--kit", Program.kit]
        let text = try program.run(["list", thing] + options)
        #expect(text.status == 0 && !text.text.isEmpty, "\(text.errors)")
        let json = try program.run(["list", thing, "--json"] + options)
        let rows = try JSONDocument.read(json.output, file: "output").array(at: JSONPath())
        #expect(rows.count == text.text.split(separator: "\n").count)
    }

    @Test(arguments: ["kit", "template", "words", "drop", "placements", "card", "manifest"])
    func everySchemaIsWritten(name: String) throws {
        let answer = try program.run("schema", name)
        #expect(answer.status == 0, "\(answer.errors)")
        _ = try JSONDocument.read(answer.output, file: name)
    }

    @Test(arguments: [
        [], ["render"], ["drop"], ["check"], ["sheet"], ["list"], ["new"], ["schema"],
        ["sign"], ["completions"],
    ])
    func helpHasExamplesThatFitTheirLine(command: [String]) throws {
        let answer = try program.run(command + ["--help"])
        #expect(answer.status == 0)
        #expect(answer.text.contains("Examples:\n  blueheart "))
        for line in answer.text.split(separator: "\n", omittingEmptySubsequences: false)
        where line.hasPrefix("  blueheart ") && !command.isEmpty {
            #expect(line.count <= 80)
        }
    }

    @Test(arguments: [
        "render", "drop", "check", "sheet", "list", "new", "schema", "sign", "completions",
    ])
    func theManualPageKnowsEveryOption(command: String) throws {
        let page = String(decoding: try projectFile("docs/blueheart.1"), as: UTF8.self)
        let guide = String(decoding: try projectFile("docs/cli.md"), as: UTF8.self)
        #expect(guide.contains("## \(command)\n"))
        let help = try program.run(command, "--help").text
        for word in help.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "," })
        where word.hasPrefix("--") && word.count > 2 && word.allSatisfy(isOptionLetter) {
            #expect(page.contains("Fl -\(word.dropFirst(2))"), "\(word); run scripts/manual")
        }
    }

    private func isOptionLetter(_ letter: Character) -> Bool { letter.isLetter || letter == "-" }

    @Test func theVersionGoesToStandardOutput() throws {
        let answer = try program.run("--version")
        #expect(answer.status == 0)
        #expect(answer.text.split(separator: ".").count == 3 && answer.errors.isEmpty)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreWrittenForEveryShell(shell: String) throws {
        let answer = try program.run("completions", shell)
        #expect(answer.status == 0 && answer.text.contains("blueheart"))
    }

    @Test(arguments: [["rendr"], ["render"], ["list", "cats"], ["--nope"], ["sheet"]])
    func wrongUseEndsWith64(arguments: [String]) throws {
        let answer = try program.run(arguments)
        #expect(answer.status == 64 && answer.text.isEmpty && !answer.errors.isEmpty)
    }
}
