import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartTestbench
import Foundation
import Testing

@Suite struct DropTests {
    private let program: Program
    private let greetings = ["drop", "--kit", Program.kit, "--template", "greeting"]

    init() throws { program = try Program() }

    @Test func sheetsAreWrittenByTemplateAndSeenInOtherWays() throws {
        let drop = try program.run(
            "drop", "--kit", Program.kit, "--examples", "--template", "greeting", "--out", "cards",
            "--sidecars", "alt")
        #expect(drop.status == 0, "\(drop.errors)")
        let sheet = try program.run(
            "sheet", "cards", "--by", "placement", "--simulate", "grayscale", "--safe")
        #expect(sheet.status == 0, "\(sheet.errors)")
        let pages = ["og", "square"].map { "cards/sheet-placement-\($0)-grayscale-safe" }
        #expect(sheet.text == pages.map { "\($0).html\n\($0).png\n" }.joined())
        let page = try program.folder.text(of: pages[1] + ".html")
        #expect(page.contains("src=\"sheet-grayscale-safe/2.png\""))
        #expect(!page.contains("data-placement=\"og\""))
        #expect(try program.folder.bytes(of: "cards/sheet-grayscale-safe/2.png").count > 1_000)
        let phone = try program.run("sheet", "cards", "--simulate", "phone")
        #expect(phone.text == "cards/sheet-phone.html\ncards/sheet-phone.png\n")
        let shown = try program.folder.text(of: "cards/sheet-phone.html")
        #expect(!shown.contains("width=\"1200\""))
        #expect(try program.run("sheet", "cards", "--simulate", "mars").status == 64)
    }

    @Test func rowsOfStandardInputBecomeCards() throws {
        let answer = try program.run(
            greetings + ["--rows", "-", "--lang", "en", "--placement", "og", "--name", "{name}"],
            input: "{\"name\": \"Amina\"}\n{\"name\": \"Ján/../x\"}\n")
        #expect(answer.status == 0, "\(answer.errors)")
        let files = try delivered(in: program.folder.path + "/out")
        #expect(files.keys.contains("Amina.png") && files.keys.contains("Ján-..-x.caption.x.txt"))
        #expect(files.count == 2 * 12 + 1)
        #expect(answer.text.hasPrefix("2 cards, "))
    }

    @Test func onlyCardsThatShowAChangedPictureAreMadeAgain() throws {
        for (placement, file) in [("og", "a.png"), ("email", "b.png")] {
            let picture = try program.run(
                "render", "statement", "--placement", placement, "--no-sidecars", "-o", file)
            #expect(picture.status == 0, "\(picture.errors)")
        }
        try program.folder.write(
            "photo,credit,picture\na.png,A,People with candles\nb.png,B,A bridge at night\n",
            to: "rows.csv")
        let drop = [
            "drop", "--template", "photo", "--rows", "rows.csv", "--lang", "en", "--placement",
            "og", "--progress", "none",
        ]
        let first = try program.run(drop)
        #expect(first.status == 0, "\(first.errors)")
        let (a, b) = (
            try program.folder.bytes(of: "a.png"), try program.folder.bytes(of: "b.png")
        )
        try program.folder.write(a, to: "b.png")
        let plan = try program.run(drop + ["--dry-run"])
        #expect(
            plan.text == """
                make photo/en/og-00002 (changed: picture ./b.png)
                1 to make, 1 unchanged, 0 to remove, 0 kept

                """)
        #expect(a != b)
        #expect(try program.run(drop).text.hasPrefix("2 cards, 1 unchanged, "))
    }

    @Test func aBadRowIsToldWithItsLineAndTheOthersAreMade() throws {
        let long = String(repeating: "x", count: 60)
        try program.folder.write("name\r\nAmina\r\n\(long)\r\na,b\r\nSára\r\n", to: "rows.csv")
        let answer = try program.run(
            greetings + ["--rows", "rows.csv", "--lang", "en", "--placement", "og", "--sheet"])
        #expect(answer.status == 65)
        #expect(answer.errors.contains("rows.csv:3:1: error:"))
        #expect(answer.errors.contains("rows.csv:4:1: error: expected 1 values"))
        #expect(answer.text.hasPrefix("2 cards, 2 failed, "))
        let manifest = try JSONDocument.read(
            program.folder.bytes(of: "out/manifest.json"), file: "manifest.json")
        #expect(try manifest["cards"]?.array(at: JSONPath()).count == 2)
        #expect(try manifest["failures"]?.array(at: JSONPath()).count == 2)
        let page = try program.folder.text(of: "out/sheet.html")
        #expect(page.contains("src=\"greeting/en/og-00004.png\""))
        #expect(try program.folder.bytes(of: "out/sheet.png").count > 1_000)
    }

    @Test(arguments: ["plain", "bar", "json", "none"])
    func notesAreToldInEveryStyleOfProgress(style: String) throws {
        try program.folder.write("sep=;\r\nName;city\r\nNULL;Doha\r\n;\r\n", to: "rows.csv")
        let answer = try program.run(
            greetings + [
                "--rows", "rows.csv", "--lang", "EN", "--placement", "og", "--progress", style,
            ])
        #expect(answer.status == 0, "\(answer.errors)")
        for code in [
            "separator-found", "column-read-as", "unused-column", "cell-residue", "empty-rows",
        ] { #expect(answer.errors.components(separatedBy: code).count == 2, "\(answer.errors)") }
    }

    @Test func aBadRowIsOneMessageForAllItsCards() throws {
        try program.folder.write("name,theme\n,x\n", to: "rows.csv")
        let answer = try program.run(greetings + ["--rows", "rows.csv"])
        #expect(answer.status == 65)
        #expect(answer.errors.components(separatedBy: " error: ").count <= 3, "\(answer.errors)")
    }

    @Test func separatorsAreGivenByName() throws {
        try program.folder.write("name,x;theme\nAmina;\n", to: "rows.csv")
        let drop = greetings + ["--rows", "rows.csv", "--lang", "en", "--placement", "og"]
        let answer = try program.run(drop + ["--separator", "comma"])
        #expect(answer.status == 65 && answer.errors.contains("ragged-row"))
        #expect(try program.run(drop + ["--separator", "xx"]).status == 64)
    }

    @Test func everythingIsTheSameInAnyLocaleZoneAndNumberOfWorkers() throws {
        let rows = "name\n" + (1...12).map { "İsim \($0)\n" }.joined()
        try program.folder.write(rows, to: "rows.csv")
        let drop = greetings + ["--rows", "rows.csv", "--placement", "og", "--sheet"]
        var one = program
        one.environment = ["LC_ALL": "C", "TZ": "UTC"]
        var two = program
        two.environment = ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"]
        let first = try one.run(drop + ["--jobs", "1", "--out", "one"])
        let second = try two.run(drop + ["--jobs", "2", "--out", "two"])
        #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
        let folder = program.folder.path
        let made = try delivered(in: folder + "/one")
        #expect(made.count == 12 * 2 * 12 + 3)
        #expect(made == (try delivered(in: folder + "/two")))
    }

    @Test func aDropFileAndFlagsTellTogetherWhatIsMade() throws {
        try program.folder.write("name\tlanguage\nAmina\tar\nEve\t\n", to: "drops/names.tsv")
        try program.folder.write(
            """
            { "kit": "\(Program.kit)", "templates": ["greeting"], "languages": ["en"],
              "placements": ["og", "square"], "rows": "names.tsv", "name": "{language}/{placement}" }
            """, to: "drops/june.json")
        let answer = try program.run("drop", "drops/june.json", "--placement", "og", "--json")
        #expect(answer.status == 0, "\(answer.errors)")
        let totals = try JSONDocument.read(answer.output, file: "output")
        #expect(try totals["made"]?.integer(at: JSONPath(), in: 0...9) == 2)
        let files = try contents(of: program.folder.path + "/out").keys
        #expect(files.contains("ar/og.png") && files.contains("en/og.png"))
    }

    @Test func progressIsJSONForScriptsAndLinesForLogs() throws {
        let drop = greetings + ["--set", "name=A", "--lang", "en"]
        let json = try program.run(drop + ["--progress", "json"])
        let events = json.errors.split(separator: "\n")
        #expect(!events.isEmpty)
        for event in events { _ = try JSONDocument.read(Array(event.utf8), file: "event") }
        #expect(events.last?.contains("\"done\":2,\"made\":2,\"failed\":0,\"planned\":2") == true)
        let plain = try program.run(drop)
        #expect(plain.errors.contains("2 of 2 cards"))
        #expect(!plain.errors.contains("\u{1B}"))
        #expect(try program.run(drop + ["--progress", "none"]).errors.isEmpty)
    }

    @Test(arguments: [
        (["--rows", "none.csv"], 65, "none.csv"),
        (["--rows", "utf32.csv"], 65, "save the file again as UTF-8"),
        (["--rows", "twice.csv"], 65, "columns 1 and 2 are both named \"name\""),
        (["--name", "{nam}"], 65, "did you mean \"name\"?"),
        (["--rows", "rows.csv", "--name", "{nmae}"], 65, "did you mean \"name\"?"),
        (["--jobs", "0"], 64, "--jobs"),
        (["--out", "rows.csv/out"], 73, "rows.csv"),
        (["none.json"], 65, "none.json"),
    ])
    func whatIsWrongWithAWholeDropStopsIt(
        arguments: [String], status: Int32, message: String
    ) throws {
        try program.folder.write("name\nA\n", to: "rows.csv")
        try program.folder.write("name,name\nA,B\n", to: "twice.csv")
        try program.folder.write([0xFF, 0xFE, 0, 0], to: "utf32.csv")
        let before = try contents(of: program.folder.path)
        let answer = try program.run(greetings + ["--set", "name=A"] + arguments)
        #expect(answer.status == status, "\(answer.errors)")
        #expect(answer.errors.contains(message), "\(answer.errors)")
        #expect(try contents(of: program.folder.path) == before)
    }

    @Test func rowsWithoutARowAreAnError() throws {
        try program.folder.write("name\n", to: "head.csv")
        let answer = try program.run(greetings + ["--rows", "head.csv"])
        #expect(answer.status == 65)
        #expect(answer.errors.contains("expected rows after the column names"), "\(answer.errors)")
    }

    @Test func aFullDiskStopsTheDrop() throws {
        let out = program.folder.path + "/out/greeting/en"
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: out + "/og.png", withDestinationPath: "/dev/full")
        let answer = try program.run(greetings + ["--set", "name=A", "--placement", "og"])
        #expect(answer.status == 73)
        #expect(answer.errors.contains("the disk is full"))
        #expect(try program.folder.names() == ["out"])
        #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/out/manifest.json"))
    }
}

@Suite struct ManifestSchemaTests {
    private static let validator = projectFolder + "/.venv/bin/check-jsonschema"

    /// The validator is put there by `scripts/setup --test`.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: validator)))
    func aManifestKeepsToItsSchema() throws {
        let program = try Program()
        let rows = "name\nAmina\na,b\n\(String(repeating: "x", count: 60))\n"
        let answer = try program.run(
            ["drop", "--kit", Program.kit, "--template", "greeting", "--rows", "-"], input: rows)
        #expect(answer.status == 65)
        let check = try Tool(Self.validator).run([
            "--schemafile", projectFolder + "/schemas/manifest.schema.json",
            program.folder.path + "/out/manifest.json",
        ])
        #expect(check.status == 0, "\(check.text)")
    }
}

@Suite struct ExampleTests {
    @Test func aWholeKitShowsItselfWithItsExamples() throws {
        let program = try Program()
        let without = try program.run("drop", "--kit", Program.kit)
        #expect(without.status == 65)
        #expect(without.errors.components(separatedBy: "missing-parameter").count == 2)
        let with = try program.run("drop", "--kit", Program.kit, "--examples", "--out", "all")
        #expect(with.status == 0, "\(with.errors)")
        #expect(try program.folder.text(of: "all/greeting/en/og.alt.txt").contains("Amina"))
    }
}
