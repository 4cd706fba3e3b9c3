import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartTestbench
import Testing

@Suite struct RenderTests {
    private let program: Program
    private let greeting = ["render", "greeting", "--kit", Program.kit, "--set", "name=Amina"]

    init() throws { program = try Program() }

    @Test func oneCardGoesToAFileWithItsWordsBesideIt() throws {
        let answer = try program.run(greeting + ["--placement", "og", "-o", "card.png"])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.text == "card.png\n")
        #expect(
            try program.folder.names() == [
                "card.alt.txt", "card.caption.bluesky.txt", "card.caption.facebook.txt",
                "card.caption.linkedin.txt", "card.caption.mastodon.txt",
                "card.caption.telegram.txt", "card.caption.threads.txt",
                "card.caption.whatsapp.txt", "card.caption.x.txt", "card.html", "card.json",
                "card.png",
            ])
        #expect(try program.folder.bytes(of: "card.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func sidecarsAreChosen() throws {
        let chosen = ["--placement", "og", "-o", "card.png", "--sidecars", "alt,html"]
        #expect(try program.run(greeting + chosen).status == 0)
        #expect(try program.folder.names() == ["card.alt.txt", "card.html", "card.png"])
        let wrong = try program.run(greeting + ["--sidecars", "htm"])
        #expect(wrong.status == 64 && wrong.errors.contains("did you mean \"html\"?"))
    }

    @Test func severalSizesOfACardGetOnePageTogether() throws {
        let answer = try program.run(
            greeting + ["--placement", "og,square", "-o", "a", "--sidecars", "html"])
        #expect(answer.status == 0, "\(answer.errors)")
        let page = try program.folder.text(of: "a/greeting-en.html")
        #expect(page.contains("<source media=\"(max-aspect-ratio: 1080/1080)\""))
        #expect(page.contains("<img src=\"greeting-en-og.png\" width=\"1200\" height=\"630\""))
    }

    @Test func severalCardsGoToAFolder() throws {
        let answer = try program.run(
            greeting + [
                "--lang", "all", "--placement", "og,square", "--format", "jpg", "-o", "a/b",
                "--no-sidecars",
            ])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(
            answer.text == """
                a/b/greeting-en-og.jpg
                a/b/greeting-en-square.jpg
                a/b/greeting-ar-og.jpg
                a/b/greeting-ar-square.jpg

                """)
        #expect(try contents(of: program.folder.path).count == 4)
    }

    @Test func aCardGoesToStandardOutputAlone() throws {
        let file = try program.run(greeting + ["-o", "card.png"])
        let answer = try program.run(greeting + ["-o", "-"])
        #expect(file.status == 0 && answer.status == 0)
        #expect(answer.output == (try program.folder.bytes(of: "card.png")))
    }

    @Test func theRecordGoesToStandardOutputAsJSON() throws {
        let answer = try program.run(greeting + ["--lang", "ar", "--json"])
        let root = try JSONDocument.read(answer.output, file: "output")
        let card = try #require(try root.array(at: JSONPath()).first)
        #expect(try card["direction"]?.string(at: JSONPath()) == "rtl")
        #expect(try card["files"]?.array(at: JSONPath()).count == 12)
    }

    @Test(arguments: [
        (["greeting", "--placement", "sqare"], 65, "did you mean \"square\"?"),
        (["greting"], 65, "did you mean \"greeting\"?"),
        (["greeting", "--lang", "enn"], 65, "did you mean \"en\"?"),
        (["greeting", "--set", "nam=x"], 65, "did you mean \"name\"?"),
        (["greeting"], 65, "name"),
        (["greeting", "--set", "x"], 64, "--set: expected name=value"),
        (["greeting", "--format", "gif"], 64, "png"),
        (["greeting", "--set", "name=A", "-o", "x.png", "--format", "jpg"], 64, "ends like a png"),
        (["greeting", "--set", "name=A", "--lang", "all", "-o", "x.png"], 65, "expected one card"),
        (["photo", "--set", "photo=missing.jpg"], 66, "missing.jpg"),
        (["greeting", "--set", "name=A", "-o", "/proc/none/x.png"], 73, "/proc/none"),
        (["./none.json"], 65, "none.json"),
    ])
    func whatIsWrongIsToldWithItsCureAndCode(
        arguments: [String], status: Int32, message: String
    ) throws {
        let answer = try program.run(["render"] + arguments + ["--kit", Program.kit])
        #expect(answer.status == status, "\(answer.errors)")
        #expect(answer.errors.contains(message), "\(answer.errors)")
        #expect(answer.text.isEmpty)
        #expect(try program.folder.names().isEmpty)
    }

    @Test func aBrokenTemplateIsToldWithAllItsFaults() throws {
        try program.folder.write(#"{"name": "x", "scen": {}}"#, to: "x.json")
        let answer = try program.run("render", "./x.json", "--kit", Program.kit)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("x.json:1:15: error: unknown field \"scen\""))
        #expect(answer.errors.contains("the field \"alt\" is missing"))
    }

    @Test func aReaderWhoLeavesIsNoCrash() throws {
        let answer = try program.run(greeting + ["-o", "-"], output: .closedPipe)
        #expect(answer.status == 73)
        #expect(answer.errors.contains("its reader has closed it"))
    }

    @Test func aFullDiskIsToldAndLeavesNothing() throws {
        let answer = try program.run(greeting + ["-o", "-"], output: .file("/dev/full"))
        #expect(answer.status == 73)
        #expect(answer.errors.contains("the disk is full"))
    }

    @Test func withoutAHomeThePersonIsToldHowToNameOne() throws {
        var program = program
        program.environment["BLUEHEART_HOME"] = program.folder.path
        let answer = try program.run("list", "kits")
        #expect(answer.status == 66)
        #expect(answer.errors.contains("--home"))
    }
}
