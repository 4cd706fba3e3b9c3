import BlueHeartDiagnostics
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartDrops

@Suite struct BookRowsTests {
    @Test(arguments: [RowFormat?.none, .csv, .xlsx])
    func aWorkbookIsKnownByItsContent(format: RowFormat?) throws {
        var reader = try RowReader(try book("book.xlsx"), file: "b", format: format)
        let columns = reader.columns ?? []
        #expect(columns.prefix(3) == ["name", "date", "time"])
        var names: [String] = []
        while case .row(let row)? = reader.next() {
            names.append("\(row.location.line) \(row["name"] ?? "") \(row["language"] ?? "")")
        }
        #expect(names == ["2 Jozef Novák sk", "3 ليلى 💙 sk", "4 =CONCAT(A2) sk", "6 Zoë bold "])
        let notes = (format == .csv ? ["read-as-workbook"] : []) + ["sheet-chosen", "hidden-rows"]
        #expect(reader.takeNotes().map(\.code) == notes)
    }

    @Test func aSheetThatIsNotThereIsAFault() throws {
        #expect {
            try RowReader(
                try book("book.ods"), file: "b", format: .ods, sheet: "Nmes")
        } throws: { error in
            (error as? CardError)?.description.contains("did you mean \"Names\"?") == true
        }
        #expect(openingFault(Array("a,b\n".utf8), .xlsx) == "bad-workbook 1")
        #expect(openingFault(Array("PK\u{3}\u{4}".utf8)) == "bad-workbook 1")
    }

    private func book(_ name: String) throws -> [UInt8] {
        Array(
            try Data(
                contentsOf: URL(
                    fileURLWithPath: "\(projectFolder)/Tests/WorkbooksTests/Fixtures/\(name)")))
    }
}
