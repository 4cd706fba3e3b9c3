import BlueHeartDiagnostics
import BlueHeartDrops
import Testing

@Suite struct CSVRowsTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func rowsEndInAnyLineEnd(end: String) throws {
        let text = ["name,city", "Amina,Doha", "Ján,Nitra"].joined(separator: end)
        #expect(try shownRows(text) == ["name=Amina|city=Doha", "name=Ján|city=Nitra"])
        #expect(try shownRows(text + end) == ["name=Amina|city=Doha", "name=Ján|city=Nitra"])
    }

    @Test func quotesKeepSeparatorsQuotesAndLineEnds() throws {
        let text = "a,b\r\n\"1,\"\"2\"\"\",\"x\r\ny\nz\"\r\n\"\",\"3\"\r\n"
        #expect(try shownRows(text) == ["a=1,\"2\"|b=x\r\ny\nz", "b=3"])
    }

    @Test func aQuoteInsideAnUnquotedFieldIsText() throws {
        #expect(try shownRows("size\n5\" wide\n") == ["size=5\" wide"])
    }

    @Test func blanksAroundNamesAndValuesGo() throws {
        #expect(try shownRows(" a , b\u{A0}\n 1 , 2\n") == ["a=1|b=2"])
        #expect(
            try shownRows("a\n\u{A0} A\u{A0}B\u{202F}\u{A0}\n\"\u{200B} x\t\"\n")
                == ["a=A\u{A0}B", "a=x"])
    }

    @Test(arguments: ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\r"])
    func aFirstLineTellsTheSeparator(line: String) throws {
        #expect(try shownRows(line + "a;b\n1;2,5\n") == ["a=1|b=2,5"])
        var reader = try RowReader(Array((line + "a;b\n1;2\n").utf8), file: "f", format: .csv)
        guard case .row(let row)? = reader.next() else { throw Unexpected() }
        #expect(row.location.line == 3)
    }

    @Test(arguments: [
        ("name;theme;\"City, country\"\nA;dark;\"Doha, Qatar\"\n", "semicolons"),
        ("name;theme;City, country\nA;dark;Doha, Qatar\n", "semicolons"),
        ("\"name, as signed\";language\nAmina;en\n", "semicolons"),
        ("a, b;c\n1;2\n3;4\n", "semicolons"), ("x;y\n1,5;2,5\n", "semicolons"),
        ("a\tb, c\nA\tB, C\n", "tabs"), ("a|b\n1|2\n", "pipes"),
        ("a,b\nx; y,z; w\n", "none"), ("a\nx;y\n", "none"), ("a,b;c\n1,2;3\n", "none"),
    ])
    func theSeparatorIsFoundInTheFirstLinesAndTold(text: String, told: String) throws {
        var reader = try RowReader(Array(text.utf8), file: "f", format: .csv)
        let notes = reader.takeNotes().filter { $0.code == "separator-found" }
        if told == "none" {
            #expect(notes.isEmpty)
        } else {
            #expect(notes.map(\.message) == ["columns are read as separated by \(told)"])
        }
    }

    @Test func aGivenSeparatorIsTaken() throws {
        let separator = try #require(RowSeparator("semicolon"))
        var reader = try RowReader(
            Array("a,b;c\n1,2;3\n".utf8), file: "f", format: .csv, separator: separator)
        guard case .row(let row)? = reader.next() else { throw Unexpected() }
        #expect(row["a,b"] == "1,2" && row["c"] == "3")
        #expect(RowSeparator("\\t")?.byte == 9 && RowSeparator(";")?.byte == 59)
        for wrong in ["", "a", "\"", ";;", "é"] { #expect(RowSeparator(wrong) == nil) }
    }

    @Test func columnsWithoutNamesAtTheEndAndRowsWithoutValuesAreLeftOutAndNoted() throws {
        let text = "a,b,,,\n1,2,,,\n,,,,\n\n3,4,,,\n, ,\"\",,\n5,6,,x,\n"
        #expect(try shownRows(text) == ["a=1|b=2", "a=3|b=4", "! ragged-row 7"])
        var reader = try RowReader(Array(text.utf8), file: "f", format: .csv)
        while reader.next() != nil {}
        #expect(
            reader.takeNotes().map { "\($0.message) \($0.location?.line ?? 0)" } == [
                "columns 3 to 5 have no names, and are left out 1",
                "2 rows without a value are left out; this is the first 3",
            ])
        #expect(reader.takeNotes().isEmpty)
    }

    @Test(arguments: [true, false], [true, false])
    func utf16IsReadAndNoted(isBigEndian: Bool, isMarked: Bool) throws {
        let text = (isMarked ? "\u{FEFF}" : "") + "name\tb\r\nليلى\t💙\r\n"
        let bytes = text.utf16.flatMap {
            isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        #expect(try shownRows(bytes) == ["name=ليلى|b=💙"])
        for size in [1, 3, 600] {
            var rest = bytes[...]
            var reader = try RowReader(file: "f", format: .csv) { _ in
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
            #expect(reader.takeNotes().map(\.code) == ["other-encoding", "separator-found"])
            guard case .row(let row)? = reader.next() else { throw Unexpected() }
            #expect(row["name"] == "ليلى" && row["b"] == "💙")
        }
        #expect(try shownRows(bytes + [65]).last == "! ragged-row 3")
    }

    @Test func windows1252IsReadAndNoted() throws {
        let bytes = Array("name\nZo".utf8) + [0xEB, 0x20, 0x96, 0x20, 0x8A, 0x80, 10]
        #expect(try shownRows(bytes) == ["name=Zoë – Š€"])
        var reader = try RowReader(bytes, file: "f", format: .csv)
        while reader.next() != nil {}
        #expect(reader.takeNotes().map(\.code) == ["other-encoding"])
        let far = Array(("name\n" + String(repeating: "Ann\n", count: 40_000)).utf8) + bytes[5...]
        #expect(try shownRows(far).last == "name=Zoë – Š€")
        // A byte that the code page does not have.
        #expect(try shownRows(Array("a\n".utf8) + [0x81, 10]) == ["! wrong-encoding 2"])
    }

    @Test(arguments: [
        "<!DOCTYPE html>", "\u{FEFF} <html>", "<table>", "%PDF-1.7", "{\\rtf1",
    ])
    func filesOfOtherKindsAreToldInOneLine(text: String) {
        #expect(openingFault(Array(text.utf8)) == "rows-not-text 1")
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
        #expect(try shownRows([0xEF, 0xBB, 0xBF] + Array("a\n1".utf8)) == ["a=1"])
    }

    @Test func blankLinesAreNoRows() throws {
        #expect(try shownRows("\na,b\n\n1,2\n\n\n3,4\n\n") == ["a=1|b=2", "a=3|b=4"])
    }

    @Test func semicolonsAndTabsSeparateWhereTheNamesHaveNoComma() throws {
        #expect(try shownRows("a;b\n1;2,5\n") == ["a=1|b=2,5"])
        #expect(try shownRows("a\tb\n1\t2\n") == ["a=1|b=2"])
        #expect(try shownRows("a\tb\n1\t2,5\n", .tsv) == ["a=1|b=2,5"])
    }

    @Test func aRaggedRowIsAFaultAndTheOthersGoOn() throws {
        let shown = try shownRows("a,b\n1\n1,2\n1,2,3\n4,5\n")
        #expect(shown == ["! ragged-row 2", "a=1|b=2", "! ragged-row 4", "a=4|b=5"])
    }

    @Test func textAfterAQuoteIsAFaultAndTheOthersGoOn() throws {
        #expect(try shownRows("a,b\n\"1\"x,2\n3,4\n") == ["! text-after-quote 2", "a=3|b=4"])
    }

    @Test func anOpenQuoteIsToldWhereItOpens() throws {
        #expect(try shownRows("a,b\n1,2\n3,\"4\n5,6\n") == ["a=1|b=2", "! open-quote 3"])
    }

    @Test func bytesThatAreNoUTF8AreToldWithTheirPlace() throws {
        let bytes = Array("a,é\n1,2\n\"x\"\"\",caf".utf8) + [0xE9] + Array("\n3,4\n".utf8)
        var reader = try RowReader(bytes, file: "rows.csv", format: .csv)
        _ = reader.next()
        guard case .fault(2, let error) = reader.next() else { throw Unexpected() }
        #expect(
            error.description == """
                rows.csv:3:1: error: expected text in UTF-8, found byte 0xE9 at byte 19 of the \
                file [wrong-encoding]
                  hint: save the file again as UTF-8; in a spreadsheet: "CSV UTF-8"
                """)
        #expect(bytes[18] == 0xE9)
        guard case .row(let row) = reader.next() else { throw Unexpected() }
        #expect(row.location.line == 4)
    }

    @Test func aQuotedFieldCountsItsLinesAndQuotesBeforeAWrongByte() throws {
        let bytes = Array("é\n\"x\n\"\"y".utf8) + [0xFF, UInt8(ascii: "\""), 10]
        var reader = try RowReader(bytes, file: "f", format: .csv)
        guard case .fault(1, let error) = reader.next() else { throw Unexpected() }
        #expect(error.description.contains("f:3:1: error"))
        #expect(error.description.contains("byte 0xFF at byte 10 "))
        #expect(bytes[9] == 0xFF)
    }

    @Test func otherEncodingsAreToldBeforeAnyRow() {
        #expect(openingFault([0xFF, 0xFE, 0, 0]) == "wrong-encoding 1")
        #expect(openingFault([0, 0, 0xFE, 0xFF]) == "wrong-encoding 1")
        #expect(openingFault([0x61, 0, 0, 0x61]) == "wrong-encoding 1")
    }

    @Test(arguments: [
        ("", "no-rows 1"), ("\n\n", "no-rows 1"), ("a,,c\n", "unnamed-column 1"),
        ("a,b,a\n", "duplicate-column 1"), ("a,a,a\n", "duplicate-column 1, duplicate-column 1"),
        ("\"a\n1\n", "open-quote 1"),
    ])
    func namesAtFaultStopEverything(text: String, fault: String) {
        #expect(openingFault(Array(text.utf8)) == fault)
    }

    @Test func aRowOverTheLimitIsAFaultAndTheOthersGoOn() throws {
        let long = String(repeating: "x", count: 1 << 20 + 1)
        #expect(try shownRows("a,b\n\(long),1\n2,3\n") == ["! row-too-long 2", "a=2|b=3"])
        let many = String(repeating: ",", count: 1_001)
        #expect(try shownRows("a,b\n\(many)\n2,3\n") == ["! too-many-columns 2", "a=2|b=3"])
    }

    @Test func aFileInManyPiecesReadsAsInOne() throws {
        let text = "name,city\r\n" + String(repeating: "\"A \"\"b\"\" c\",Nitra\r\n", count: 50)
        let bytes = Array(text.utf8)
        let whole = try shownRows(bytes)
        for size in [1, 2, 3, 7] {
            var rest = bytes[...]
            var reader = try RowReader(file: "f", format: .csv) { _ in
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
            var count = 0
            while case .row(let row) = reader.next() {
                #expect(row["name"] == "A \"b\" c" && row["city"] == "Nitra")
                count += 1
            }
            #expect(count == whole.count)
        }
    }
}

struct Unexpected: Error {}
