import BlueHeartDiagnostics
import BlueHeartSupport
import BlueHeartTestbench
import Testing

@Suite struct InputFileTests {
    @Test func aFileIsReadPieceByPiece() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("abcdefg", to: "rows.csv")
        let file = try InputFile(path)
        #expect(try file.read(upTo: 5) == Array("abcde".utf8))
        #expect(try file.read(upTo: 5) == Array("fg".utf8))
        #expect(try file.read(upTo: 5) == [])
    }

    @Test func moreThanTheLimitIsRefused() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("abcdefg", to: "rows.csv")
        #expect(try InputFile(path).readAll(limit: 7).count == 7)
        let error = #expect(throws: CardError.self) { try InputFile(path).readAll(limit: 6) }
        #expect(error?.kind == .data)
        #expect(error?.diagnostics.first?.code == "file-too-large")
    }

    @Test func aMissingFileAndAFolderAreErrorsOfTheData() throws {
        let folder = try ScratchFolder()
        let missing = #expect(throws: CardError.self) { try InputFile(folder.path + "/none") }
        #expect(missing?.diagnostics.first?.code == "file-missing")
        let read = #expect(throws: CardError.self) {
            try InputFile(folder.path).readAll(limit: 10)
        }
        #expect(read?.diagnostics.first?.code == "file-not-a-file")
    }
}
