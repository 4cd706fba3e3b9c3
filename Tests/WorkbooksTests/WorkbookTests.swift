import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartWorkbooks

/// Workbooks written by openpyxl and odfpy; `Fixtures/book.py` is their source.
@Suite struct WorkbookTests {
    @Test func xlsxIsReadAsItIsShown() throws {
        let book = try Workbook.read(try fixture("book.xlsx"))
        #expect(book.kind == .xlsx && book.sheet == "Names" && book.sheets == ["Lists", "Names"])
        #expect(book.hiddenCount == 1)
        #expect(
            shown(book) == [
                "1: name|date|time|share|price|code|count|flag|language|when",
                "2: Jozef Novák|2026-07-30|18:00|45%|12.50|00123|1234567|TRUE|sk|2026-07-30 18:30",
                "3: ليلى 💙|1900-03-01|09:05:30|12.5%|0.30|00007|-3|FALSE|sk",
                "4: =CONCAT(A2)||||||||sk", "6: Zoë bold|||100%|3.00|421949123456|2",
            ])
    }

    @Test func odsIsReadAsItIsShown() throws {
        let book = try Workbook.read(try fixture("book.ods"))
        #expect(book.kind == .ods && book.sheet == "Names")
        #expect(
            shown(book) == [
                "1: name|date|time|share|price|code|language",
                "2: Jozef Novák|2026-07-30|18:00|45.0%|12.50|00123|sk",
                "3: ليلى||||1234567|#N/A|sk", "1004: A\nB", "1005: A\nB",
            ])
    }

    @Test func aSheetIsChosenByName() throws {
        let bytes = try fixture("book.xlsx")
        #expect(shown(try Workbook.read(bytes, sheet: "lists")) == ["1: x"])
        #expect(throws: WorkbookFault.noSheet("Name", known: ["Lists", "Names"])) {
            try Workbook.read(bytes, sheet: "Name")
        }
    }

    @Test func limitsAreKept() throws {
        var limits = Workbook.Limits()
        limits.cells = 20
        #expect(throws: WorkbookFault.tooLarge("20 cells")) {
            try Workbook.read(try fixture("book.xlsx"), limits: limits)
        }
        limits = Workbook.Limits()
        limits.bytes = 2_000
        #expect(throws: WorkbookFault.tooLarge("the bytes allowed")) {
            try Workbook.read(try fixture("book.ods"), limits: limits)
        }
    }

    /// Every cut and every changed byte is a fault or a workbook, and never a trap.
    @Test(arguments: ["book.xlsx", "book.ods"])
    func damagedWorkbooksAreFaults(name: String) throws {
        var faults = 0
        let bytes = try fixture(name)
        for length in stride(from: 0, to: bytes.count, by: 397) {
            #expect(throws: WorkbookFault.self) { try Workbook.read(Array(bytes[..<length])) }
        }
        for index in stride(from: 0, to: bytes.count, by: 131) {
            var changed = bytes
            changed[index] ^= 0x55
            do {
                _ = try Workbook.read(changed)
            } catch {
                faults += 1
            }
        }
        #expect(faults > 5)
        #expect(throws: WorkbookFault.damaged) { try Workbook.read([0x50, 0x4B, 3, 4]) }
    }

    private func shown(_ book: Workbook) -> [String] {
        book.rows.map { row in
            var texts = [String](repeating: "", count: (row.cells.last?.column ?? 0) + 1)
            for cell in row.cells { texts[cell.column] = cell.text }
            return "\(row.number): \(texts.joined(separator: "|"))"
        }
    }

    private func fixture(_ name: String) throws -> [UInt8] {
        Array(
            try Data(
                contentsOf: URL(
                    fileURLWithPath: "\(projectFolder)/Tests/WorkbooksTests/Fixtures/\(name)")))
    }
}
