import BlueHeartDiagnostics
import BlueHeartDrops
import Testing

@Suite struct JSONRowsTests {
    @Test func objectsOfAnArrayAreRows() throws {
        let text = #" [ {"a": "x,]}\"", "n": 1.50}, {"a": true, "b": null, "c": ""} ] "#
        #expect(try shownRows(text, .json) == [#"a=x,]}"|n=1.50"#, "a=true"])
        #expect(try shownRows("[]", .json) == [])
    }

    @Test func objectsOneALineAreRows() throws {
        let text = "{\"a\": \"1\"}\r\n\n  \n{\"a\": \"2\"}"
        #expect(try shownRows(text, .jsonl) == ["a=1", "a=2"])
    }

    @Test func theFormatIsSeenFromTheFirstByte() throws {
        #expect(try shownRows("\n[{\"a\": 1}]", nil) == ["a=1"])
        #expect(try shownRows("{\"a\": 1}\n", nil) == ["a=1"])
        #expect(try shownRows("a\n1\n", nil) == ["a=1"])
        #expect(RowFormat(fileName: "x/names.NDJSON") == .jsonl)
        #expect(RowFormat(fileName: "names") == nil)
    }

    @Test func aRowAtFaultIsToldWithItsPlaceAndTheOthersGoOn() throws {
        let text = "[\n  {\"a\": 1},\n  {\"a\": [2],\n   \"b\": },\n  {\"a\": 3}\n]\n"
        #expect(try shownRows(text, .json) == ["a=1", "! unexpected-character 4", "a=3"])
        #expect(try shownRows("[1, {\"a\": {}}]", .json) == ["! wrong-type 1", "! wrong-type 1"])
        let lines = "{\"a\": 1\n{\"a\": 2}\n[]\n"
        #expect(try shownRows(lines, .jsonl) == ["! unexpected-end 1", "a=2", "! wrong-type 3"])
    }

    @Test func columnsOfAFaultCountFromTheLine() throws {
        var reader = try RowReader(Array("[{}, {\"é\": x}]".utf8), file: "f", format: .json)
        _ = reader.next()
        guard case .fault(2, let error) = reader.next() else { throw Unexpected() }
        #expect(error.diagnostics[0].location?.column == 12)
    }

    @Test func aCutOffArrayGivesItsWholeRowsFirst() throws {
        #expect(try shownRows("[{\"a\": 1}, {\"a\": 2", .json) == ["a=1", "! unexpected-end 1"])
        #expect(try shownRows("[{\"a\": 1}, ]", .json) == ["a=1", "! unexpected-text 1"])
        #expect(try shownRows("[{\"a\": 1}] x", .json) == ["a=1", "! unexpected-text 1"])
    }

    @Test func whatIsNoArrayCannotBeOpened() {
        #expect(openingFault(Array("{}".utf8), .json) == "unexpected-text 1")
        #expect(openingFault(Array("\n\n".utf8), .json) == "unexpected-text 3")
    }

    @Test func aRowOverTheLimitIsAFaultAndTheOthersGoOn() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let lines = "{\"a\": \"\(long)\"}\n{\"a\": 2}\n"
        #expect(try shownRows(lines, .jsonl) == ["! row-too-long 1", "a=2"])
        #expect(try shownRows("[{\"a\": \"\(long)\"}, {\"a\": 2}]", .json).last == "a=2")
    }
}
