import BlueHeartJSON
import BlueHeartTestbench
import Testing

@Suite struct ExplainTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test func everyTextTellsItsBoxSizeLinesAndFonts() throws {
        let answer = try program.run("explain", "greeting", "--kit", Program.kit)
        #expect(answer.status == 0, "\(answer.errors)")
        for part in ["box", "size", "direction", "line 1", "font", "space left"] {
            #expect(answer.text.contains("  \(part)"), "\(part)")
        }
    }

    @Test func itTellsJSONAndDrawsAnOverlay() throws {
        let answer = try program.run(
            "explain", "greeting", "--kit", Program.kit, "--json", "--overlay", "boxes.png")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.text.contains("\"tried\""))
        #expect(try program.folder.bytes(of: "boxes.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test(arguments: [("scene", "safeInsets:"), ("display-list", "commands:")])
    func itDumpsAStage(stage: String, part: String) throws {
        let dumps = try (0..<2).map { _ in
            try program.run("explain", "greeting", "--kit", Program.kit, "--dump", stage)
        }
        #expect(dumps[0].status == 0, "\(dumps[0].errors)")
        #expect(dumps[0].text.contains(part))
        #expect(dumps[0].text == dumps[1].text, "the order depends on the process")
    }

    @Test func anUnknownTemplateEndsWith65Or66() throws {
        #expect(
            [65, 66].contains(try program.run("explain", "nobody", "--kit", Program.kit).status))
    }
}
