import BlueHeartDiagnostics
import BlueHeartSupport
import BlueHeartTestbench
import Testing

@Suite struct FileWriterTests {
    private let folder: ScratchFolder
    private let writer = FileWriter()

    init() throws { folder = try ScratchFolder() }

    @Test func aFileIsWrittenWholeOverTheOneBefore() throws {
        try writer.write(Array("long before".utf8), to: folder.path + "/card.txt")
        try writer.write(Array("now".utf8), to: folder.path + "/card.txt")
        #expect(try folder.text(of: "card.txt") == "now")
        #expect(try folder.names() == ["card.txt"])
    }

    /// By any path: what was read stays as it is.
    @Test func aFileThatWasReadIsNotWrittenOver() throws {
        try folder.write("rows", to: "rows.csv")
        let path = folder.path + "/rows.csv"
        _ = try InputFile(path).readAll(limit: 10)
        for other in [path, folder.path + "/./rows.csv"] {
            let error = #expect(throws: CardError.self) {
                try writer.write(Array("card".utf8), to: other)
            }
            #expect(error?.diagnostics.map(\.code) == ["file-is-input"])
        }
        #expect(throws: CardError.self) { try moveFile(path, to: folder.path + "/old.csv") }
        #expect(try folder.text(of: "rows.csv") == "rows")
        _ = try InputFile(folder.path + "/rows.csv", from: .program).readAll(limit: 10)
    }

    @Test func aFileOfTheProgramIsWrittenAgain() throws {
        let path = folder.path + "/manifest.json"
        try writer.write([], to: path)
        _ = try InputFile(path, from: .program).readAll(limit: 10)
        try writer.write(Array("new".utf8), to: path)
        #expect(try folder.text(of: "manifest.json") == "new")
    }

    @Test func anEmptyFileIsWritten() throws {
        try writer.write([], to: folder.path + "/empty")
        #expect(try folder.text(of: "empty") == "")
    }

    @Test func nothingIsSeenBeforeTheEndAndNothingIsLeftWithoutOne() throws {
        do {
            let file = try PendingFile(folder.path + "/card.txt")
            try file.write(Array("half".utf8))
            #expect(try folder.names().filter { !$0.hasPrefix(".") } == [])
            #expect(try folder.names().count == 1)
        }
        #expect(try folder.names() == [])
    }

    @Test func twoWritersOfOneFileDoNotMix() throws {
        let first = try PendingFile(folder.path + "/card.txt")
        let second = try PendingFile(folder.path + "/card.txt")
        try first.write(Array("first".utf8))
        try second.write(Array("second".utf8))
        try first.commit()
        try second.commit()
        #expect(try folder.text(of: "card.txt") == "second")
        #expect(try folder.names() == ["card.txt"])
    }

    @Test func foldersAreMadeAllTheWayDown() throws {
        try writer.makeFolder(folder.path + "/a/b/c")
        try writer.makeFolder(folder.path + "/a/b/c")
        try writer.write([1], to: folder.path + "/a/b/c/d")
        #expect(try folder.names() == ["a"])
    }

    @Test func aMissingFolderIsNamedWithItsCure() throws {
        let path = folder.path + "/none/card.png"
        let error = #expect(throws: CardError.self) { try writer.write([1], to: path) }
        #expect(error?.kind == .output)
        #expect(error?.diagnostics.first?.code == "file-missing")
        #expect(error?.diagnostics.first?.message.contains(path) == true)
        #expect(error?.diagnostics.first?.hint?.contains(folder.path + "/none") == true)
    }

    @Test func aFolderIsNotWrittenOver() throws {
        let error = #expect(throws: CardError.self) { try writer.write([1], to: folder.path) }
        #expect(error?.diagnostics.first?.code == "file-not-a-file")
    }

    @Test func aFileIsNoFolder() throws {
        try folder.write("x", to: "file")
        let path = folder.path + "/file/card.png"
        let written = #expect(throws: CardError.self) { try writer.write([1], to: path) }
        #expect(written?.diagnostics.first?.code == "file-not-a-file")
        let made = #expect(throws: CardError.self) { try writer.makeFolder(path) }
        #expect(made?.kind == .output)
    }

    @Test func aNameTooLongForTheDiskIsSaidToBe() throws {
        let path = folder.path + "/" + String(repeating: "n", count: 300)
        let error = #expect(throws: CardError.self) { try writer.write([1], to: path) }
        #expect(error?.diagnostics.first?.code == "file-name-too-long")
        #expect(try folder.names() == [])
    }

    /// The device that refuses every byte for want of room.
    @Test func aFullDiskIsSaidToBe() throws {
        let error = #expect(throws: CardError.self) { try writer.write([1], to: "/dev/full") }
        #expect(error?.kind == .output)
        #expect(error?.diagnostics.first?.code == "file-disk-full")
        #expect(try Tool("/usr/bin/test").run(["-c", "/dev/full"]).status == 0)
    }

    @Test func aDeviceIsWrittenToAndNotReplaced() throws {
        try writer.write([1], to: "/dev/null")
        #expect(try Tool("/usr/bin/test").run(["-c", "/dev/null"]).status == 0)
    }
}
