import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartTestbench
import Testing

/// What a kit makes of the checks, as people meet it.
@Suite struct KitChecksTests {
    private let program: Program

    /// A copy of the tiny kit in a folder `kit`, whose alt text is long enough for a note.
    init() throws {
        program = try Program()
        let copy = program.folder.path + "/kit"
        _ = try Tool("/bin/cp").run(["-r", Program.kit, copy])
        try change(
            "words/en.json", "A blue heart beside",
            "A large blue heart, drawn with one line, on a white ground with much room around it, "
                + "and to its right, in bold letters, beside")
    }

    private func change(_ file: String, _ old: String, _ new: String) throws {
        try program.folder.change("kit/" + file, old, new)
    }

    private func set(_ checks: String) throws {
        try change("kit.json", #""credit":"#, #""checks": { \#(checks) }, "credit":"#)
    }

    private func render(to file: String = "card.png") throws -> Program.Answer {
        try program.run(
            "render", "greeting", "--kit", "./kit", "--set", "name=Amina", "--lang", "en", "-o",
            file)
    }

    @Test func aNoteThatIsRaisedToAnErrorStopsTheCardAndSaysWhy() throws {
        #expect(try render().status == 0)
        try set(#""alt-long": { "severity": "error", "reason": "Our listeners asked for it." }"#)
        let answer = try render(to: "other.png")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("error: the alt text has"))
        #expect(answer.errors.contains("kit/words/en.json:5:12: "))
        #expect(answer.errors.contains("  the kit: Our listeners asked for it."))
        #expect(try !program.folder.names().contains("other.png"))
    }

    @Test func anErrorThatIsLoweredLetsTheCardThroughAndIsRecorded() throws {
        try change("words/en.json", #""caption": "{name} says hello <3""#, #""caption": "{{x}""#)
        try change("words/en.json", "{{x}", "Here'{'x'}'")
        #expect(try render().status == 65)
        try set(#""placeholder-left": { "severity": "warning", "reason": "We like braces." }"#)
        let answer = try render()
        #expect(answer.status == 0, "\(answer.errors)")
        let record = try program.folder.text(of: "card.json")
        #expect(record.contains(#""kitReason": "We like braces.""#))
    }

    @Test(arguments: [
        (#""alt-missing": { "severity": "off", "reason": "Later." }"#, "alt-silenced", ""),
        (
            #""alt-lacks-words": { "severity": "warning", "reason": "Later." }"#, "alt-silenced", ""
        ),
        (
            #""alt-lnog": { "severity": "note", "reason": "Because." }"#, "unknown-check",
            #"did you mean "alt-long"?"#
        ),
        (#""alt-long": { "severity": "warning" }"#, "missing-field", ""),
        (#""alt-long": { "severity": "warning", "reason": " " }"#, "empty-text", ""),
    ])
    func whatAKitMayNotIsAnErrorWithItsPlace(
        checks: String, code: String, hint: String
    ) throws {
        try set(checks)
        let answer = try render()
        #expect(answer.status == 65)
        #expect(answer.errors.contains("kit.json:11:"))
        #expect(answer.errors.contains("[\(code)]") && answer.errors.contains(hint))
    }

    @Test func theListOfChecksTellsWhatTheKitMakesOfThem() throws {
        try set(#""text-too-small": { "severity": "off", "reason": "Printed on posters." }"#)
        let answer = try program.run("list", "checks", "--kit", "./kit", "--json")
        let rows = try JSONDocument.read(answer.output, file: "list").array(at: JSONPath())
        func told(_ row: JSONNode, _ name: String) throws -> String? {
            try row[name]?.string(at: JSONPath())
        }
        let row = try #require(try rows.first { try told($0, "check") == "text-too-small" })
        #expect(try told(row, "severity") == "off")
        #expect(try told(row, "reason") == "Printed on posters.")
        #expect(try told(rows[0], "severity") == "error")
    }
}
