import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTestbench
import Testing

@testable import BlueHeartDrops

@Suite struct DropTasksTests {
    @Test func aPlanWithoutRowsMakesEveryCardOfTheKit() throws {
        #expect(
            try shownTasks(DropPlan()) == [
                "fact/en/square", "fact/ar/square", "supporter/en/square", "supporter/en/story",
                "supporter/ar/square", "supporter/ar/story",
            ])
    }

    @Test func rowsFillInAndCardsWithMostInCommonFollowOneAnother() throws {
        let plan = DropPlan(
            templates: ["supporter"], languages: ["en"], rows: .init(path: "-"),
            set: ["theme": "dark"])
        #expect(
            try shownTasks(plan, rows: "name,theme\nA,\nB,light\n") == [
                "supporter/en/square-00001 name=A theme=dark",
                "supporter/en/square-00002 name=B theme=light",
                "supporter/en/story-00001 name=A theme=dark",
                "supporter/en/story-00002 name=B theme=light",
            ])
    }

    @Test func columnsFillTheItemsOfAList() throws {
        let plan = DropPlan(
            kit: "lists", languages: ["en"], rows: .init(path: "-"),
            set: ["people.2.name": "Noor"])
        #expect(
            try shownTasks(plan, rows: "people.1.name,people.2.name\nAna,\nLi,Sam\n") == [
                "team/en/square-00001 people.1.name=Ana people.2.name=Noor",
                "team/en/square-00002 people.1.name=Li people.2.name=Sam",
            ])
    }

    @Test func columnsChooseForTheirRow() throws {
        let plan = DropPlan(
            templates: ["supporter"], languages: ["en"], placements: ["square"],
            rows: .init(path: "-"))
        let rows = """
            template,language,placement,file,name
            fact,,,,
            ,"ar, en",story,,B
            ,,"square,story",team/C:,C
            ,,,team/c-,D
            """
        #expect(
            try shownTasks(plan, rows: rows) == [
                "fact/en/square-00001", "supporter/ar/story-00002 name=B",
                "supporter/en/story-00002 name=B", "team/C--story name=C",
                "team/C--square name=C", "team/c- name=D",
            ])
    }

    @Test func aRowThatChoosesWhatIsNotThereIsAFault() throws {
        let plan = DropPlan(templates: ["fact"], languages: ["en"], rows: .init(path: "-"))
        let rows = "template,placement\nfakt,\n,sqare\n,story\nFact,Square\n"
        #expect(
            try shownTasks(plan, rows: rows) == [
                "! unknown-template 2", "! unknown-placement 3", "! placement-not-allowed 4",
                "fact/en/square-00004",
            ])
    }

    @Test func aColumnThatIsNearlyAParameterIsAFaultAndAnyOtherIsNoted() throws {
        let plan = DropPlan(
            templates: ["supporter"], languages: ["en"], placements: ["square"],
            rows: .init(path: "-"), name: try NamePattern("{id}-{row}"))
        #expect(throws: CardError.self) { try shownTasks(plan, rows: "nmae,id\nA,7\nB,8\n") }
        let reader = try RowReader(
            Array("Name,email,id\nA,a@b,7\n#N/A,,8\n".utf8), file: "r", format: .csv)
        var tasks = try DropTasks(plan, in: fakeEngine().catalog, reader: reader)
        while tasks.next() != nil {}
        #expect(tasks.notes.map(\.code) == ["column-read-as", "unused-column", "cell-residue"])
        #expect(try shownTasks(plan, rows: "name,id\nA,7\n") == ["7-00001 name=A"])
    }

    @Test func columnsOfOneMeaningAreRefusedOnce() throws {
        let plan = DropPlan(templates: ["supporter"], rows: .init(path: "-"))
        for rows in ["name,Name\nA,B\n", "NAME,n ame\nA,B\n", "lang,name\nen,A\n"] {
            #expect(throws: CardError.self) { try shownTasks(plan, rows: rows) }
        }
    }

    @Test func languagesAreReadAsPeopleWriteThem() throws {
        let plan = DropPlan(
            templates: ["supporter"], placements: ["square"], rows: .init(path: "-"))
        let rows = """
            name,language
            A,EN
            B,en-GB
            C,English
            D,"Arabic; en"
            E,العربية
            F,xx
            G,Arabisch
            """
        #expect(
            try shownTasks(plan, rows: rows) == [
                "! unknown-language 7", "! unknown-language 8",
                "supporter/en/square-00001 name=A", "supporter/en/square-00002 name=B",
                "supporter/en/square-00003 name=C", "supporter/en/square-00004 name=D",
                "supporter/ar/square-00004 name=D", "supporter/ar/square-00005 name=E",
            ])
    }

    @Test func aFileWithoutRowsIsAFault() throws {
        let plan = DropPlan(templates: ["supporter"], rows: .init(path: "-"))
        #expect(try shownTasks(plan, rows: "name,language\n,\n") == ["! no-rows 1"])
    }

    @Test(arguments: [
        (NamedCase("template", DropPlan(templates: ["fakt"])), "unknown-template"),
        (
            NamedCase("languages", DropPlan(languages: ["enn", "xx"])),
            "unknown-language unknown-language"
        ),
        (NamedCase("placement", DropPlan(placements: ["stroy"])), "unknown-placement"),
        (NamedCase("other placement", DropPlan(placements: ["og"])), "placement-not-allowed"),
        (NamedCase("parameter", DropPlan(set: ["nam": "x"])), "unknown-parameter"),
    ])
    func aPlanThatNamesWhatIsNotThereIsRefused(plan: NamedCase<DropPlan>, codes: String) {
        #expect {
            _ = try shownTasks(plan.value)
        } throws: { error in
            (error as? CardError)?.diagnostics.map(\.code).joined(separator: " ") == codes
        }
    }

    @Test func whatIsNamedTwiceIsMadeOnce() throws {
        let plan = DropPlan(
            templates: ["supporter", "supporter"], languages: ["en", "en"],
            placements: ["story", "story"])
        #expect(try shownTasks(plan) == ["supporter/en/story"])
    }

    @Test func templatesThatDoNotAllowAPlacementAreNoted() throws {
        let plan = DropPlan(languages: ["en"], placements: ["story"])
        let tasks = try DropTasks(plan, in: fakeEngine().catalog, reader: nil)
        #expect(tasks.notes.map(\.code) == ["placement-left-out"])
        #expect(try shownTasks(plan) == ["supporter/en/story"])
    }

    @Test func aDropFileIsReadWithItsFolder() throws {
        let text = """
            {"$schema": "x", "kit": "./k", "templates": ["fact"], "rows": "names.tsv",
             "rowsSeparator": "pipe", "set": {"theme": "dark", "size": 3}, "name": "{row}", "format": "jpg",
             "effort": "fast"}
            """
        let plan = try DropPlan.read(Array(text.utf8), file: "drops/june.json")
        #expect(plan.kit == "drops/./k")
        #expect(plan.rows?.path == "drops/names.tsv" && plan.rows?.format == .tsv)
        #expect(plan.rows?.separator == RowSeparator("|"))
        #expect(plan.set.entries.map { "\($0.name)=\($0.value)" } == ["theme=dark", "size=3"])
        #expect(plan.set.entries.map(\.source.location?.line) == [2, 2])
        #expect(plan.format == .jpeg && plan.effort == .fast && plan.folder == "drops")
        #expect(plan.languages == nil && plan.placements == nil)
    }

    @Test func everyFaultOfADropFileIsTold() {
        let text = #"{"templates": [], "name": "{x", "efort": "fast", "format": "gif", "set": []}"#
        #expect {
            _ = try DropPlan.read(Array(text.utf8), file: "d.json")
        } throws: { error in
            (error as? CardError)?.diagnostics.map(\.code) == [
                "empty-list", "bad-name-pattern", "unknown-field", "unknown-choice", "wrong-type",
            ]
        }
    }
}
