import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartSupport
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartDrops

@Suite struct DropRunnerTests {
    @Test func oneBadRowDoesNotStopTheOthers() throws {
        let folder = try ScratchFolder()
        let totals = try runDrop("name\nA\nbad\nC,x\nD\n", into: folder.path, workers: 2)
        #expect(totals.made == 2 && totals.failed == 2)
        let files = try delivered(in: folder.path)
        #expect(
            files.keys.sorted() == [
                "manifest.json", "out-00001.alt.txt", "out-00001.html", "out-00001.json",
                "out-00001.png", "out-00004.alt.txt", "out-00004.html", "out-00004.json",
                "out-00004.png",
            ])
        #expect(
            try folder.text(of: "out-00004.png") == "supporter en square [\"name=D\"]")
        let failures = try manifest(in: folder)["failures"]?.array(at: JSONPath()) ?? []
        #expect(try failures.map { try $0["row"]?.integer(at: JSONPath(), in: 0...9) } == [3, 2])
        let diagnostics = try failures[1]["diagnostics"]?.array(at: JSONPath()) ?? []
        #expect(try diagnostics[0]["line"]?.integer(at: JSONPath(), in: 0...9) == 3)
    }

    @Test func aFolderInUseIsLeftAlone() throws {
        let folder = try ScratchFolder()
        _ = try runDrop("name\nA\n", into: folder.path, workers: 1)
        let before = try contents(of: folder.path)
        do {
            let lock = try FolderLock(folder.path)
            #expect {
                _ = try runDrop("name\nB\n", into: folder.path, workers: 1)
            } throws: { error in
                let error = error as? CardError
                return error?.kind == .busy && error?.diagnostics[0].code == "folder-in-use"
            }
            withExtendedLifetime(lock) {}
        }
        #expect(try contents(of: folder.path) == before)
        _ = try runDrop("name\nB\n", into: folder.path, workers: 1)
        #expect(try contents(of: folder.path) != before)
    }

    /// A manifest never names files that a later drop has changed.
    @Test func aDropThatIsStoppedLeavesTheEarlierManifestUnderAnotherName() throws {
        let folder = try ScratchFolder()
        _ = try runDrop("name\nA\n", into: folder.path, workers: 1)
        let earlier = try folder.bytes(of: "manifest.json")
        try FileManager.default.removeItem(atPath: folder.path + "/out-00001.html")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/out-00001.html", withIntermediateDirectories: true)
        #expect(throws: CardError.self) {
            _ = try runDrop("name\nA\n", into: folder.path, workers: 1)
        }
        #expect(try !folder.names().contains("manifest.json"))
        #expect(try folder.bytes(of: "manifest.previous.json") == earlier)
        try FileManager.default.removeItem(atPath: folder.path + "/out-00001.html")
        _ = try runDrop("name\nA\n", into: folder.path, workers: 1)
        #expect(try folder.names().contains("manifest.json"))
        #expect(try !folder.names().contains("manifest.previous.json"))
    }

    @Test func theManifestNamesEveryFileWithItsDigest() throws {
        let folder = try ScratchFolder()
        _ = try runDrop("name\nA\n", into: folder.path, workers: 1)
        let cards = try manifest(in: folder)["cards"]?.array(at: JSONPath()) ?? []
        let files = try cards[0]["files"]?.array(at: JSONPath()) ?? []
        #expect(files.count == 4)
        for file in files {
            let path = try #require(try file["path"]?.string(at: JSONPath()))
            let content = try folder.bytes(of: path)
            #expect(try file["sha256"]?.string(at: JSONPath()) == sha256(of: content))
            #expect(
                try file["bytes"]?.integer(at: JSONPath(), in: 0...1_000_000) == content.count)
        }
    }

    @Test func manyWorkersWriteTheSameBytesAsOne() throws {
        let rows = "name\n" + (0..<300).map { $0 % 7 == 0 ? "bad\n" : "N\($0)\n" }.joined()
        let folders = [try ScratchFolder(), try ScratchFolder()]
        let input = try ScratchFolder()
        _ = try runDrop(rows, in: input, into: folders[0].path, workers: 1)
        _ = try runDrop(rows, in: input, into: folders[1].path, workers: 4)
        let (one, many) = (folders[0].path, folders[1].path)
        #expect(try delivered(in: one) == delivered(in: many))
    }

    @Test func aFolderThatRefusesStopsTheDropAndLeavesNothing() throws {
        let folder = try ScratchFolder()
        try folder.write("", to: "file")
        let blocked = folder.path + "/file"
        #expect {
            _ = try runDrop("name\nA\n", into: blocked, workers: 2)
        } throws: { error in
            (error as? CardError)?.kind == .output
        }
        #expect(try contents(of: folder.path) == ["file": []])
    }

    @Test func aStoppedDropKeepsAWholeManifest() throws {
        let folder = try ScratchFolder()
        var asked = 0
        let totals = try runDrop("name\nA\nB\nC\n", into: folder.path, workers: 1) {
            asked += 1
            return asked > 2
        }
        #expect(totals.made == 2)
        #expect(try manifest(in: folder)["cards"]?.array(at: JSONPath()).count == 2)
    }

    private func runDrop(
        _ rows: String, in chosen: ScratchFolder? = nil, into folder: String, workers: Int,
        shouldStop: () -> Bool = { false }
    ) throws -> DropTotals {
        let input = try chosen ?? ScratchFolder()
        let path = input.path + "/rows.csv"
        try input.write(rows, to: "rows.csv")
        let plan = DropPlan(
            templates: ["supporter"], languages: ["en"], placements: ["square"],
            rows: .init(path: path), name: try NamePattern("out-{row}"))
        let runner = DropRunner(engine: fakeEngine(), workers: workers) {
            (_, request) throws(CardError) in
            try fakeCard(request)
        }
        var planned: Int?
        var told = 0
        let totals = try runner.run(
            plan, into: folder, counting: .before, shouldStop: shouldStop
        ) { event in
            switch event {
            case .planned(let count): planned = count
            case .made, .unchanged, .failed: told += 1
            case .note, .kept, .removed: break
            }
        }
        #expect(planned != nil && told == totals.made + totals.failed)
        return totals
    }

    private func manifest(in folder: ScratchFolder) throws -> JSONNode {
        try JSONDocument.read(folder.bytes(of: "manifest.json"), file: "manifest.json")
    }
}
