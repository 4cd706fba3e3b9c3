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

    @Test func blanksAroundNamesGoAndAroundValuesStay() throws {
        #expect(try shownRows(" a , b\n 1 , 2\n") == ["a= 1 |b= 2"])
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
        let bytes = Array("a,b\n1,2\n\"x\"\"\",caf".utf8) + [0xE9] + Array("\n3,4\n".utf8)
        var reader = try RowReader(bytes, file: "rows.csv", format: .csv)
        _ = reader.next()
        guard case .fault(2, let error) = reader.next() else { throw Unexpected() }
        #expect(
            error.description == """
                rows.csv:3:1: error: expected text in UTF-8, found byte 0xE9 at byte 18 of the \
                file [wrong-encoding]
                  hint: save the file again as UTF-8; in a spreadsheet: "CSV UTF-8"
                """)
        #expect(bytes[17] == 0xE9)
        guard case .row(let row) = reader.next() else { throw Unexpected() }
        #expect(row.location.line == 4)
    }

    @Test func aQuotedFieldCountsItsLinesAndQuotesBeforeAWrongByte() throws {
        let bytes = Array("a\n\"x\n\"\"y".utf8) + [0xFF, UInt8(ascii: "\""), 10]
        var reader = try RowReader(bytes, file: "f", format: .csv)
        guard case .fault(1, let error) = reader.next() else { throw Unexpected() }
        #expect(error.description.contains("f:3:1: error"))
        #expect(error.description.contains("byte 0xFF at byte 9 "))
        #expect(bytes[8] == 0xFF)
    }

    @Test func otherEncodingsAreToldBeforeAnyRow() {
        #expect(openingFault([0xFF, 0xFE, 0x61, 0]) == "wrong-encoding 1")
        #expect(openingFault([0xFE, 0xFF, 0, 0x61]) == "wrong-encoding 1")
        #expect(openingFault([0x61, 0, 0x62, 0]) == "wrong-encoding 1")
        #expect(openingFault([0xFF, 0xFE, 0x61, 0], .json) == "wrong-encoding 1")
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
