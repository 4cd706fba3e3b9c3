import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTestbench
import BlueHeartWords
import Foundation
import Synchronization
import Testing

@testable import BlueHeartDrops

/// A kit and rows that a test edits, and drops of them; its cards show everything they depend on.
final class Campaign {
    struct Person {
        var id: String
        var name: String
    }

    let folder: ScratchFolder
    var people: [Person] = []
    var format: ImageFormat?
    var sidecars = CardPart.SidecarKind.allCases
    var name: String? = "{language}/{id}-{placement}"
    var key: String? = "id"
    var languages = ["en", "ar"]
    /// Cards that are made before the drop is killed; nil: it is not.
    var lifetime: Int?

    init() throws {
        folder = try ScratchFolder()
        for file in ["kit.json", "supporter.json"] {
            let source = projectFolder + "/Tests/DropsTests/Fixtures/test/" + file
            try folder.write(
                Array(try Data(contentsOf: URL(fileURLWithPath: source))), to: "kits/test/" + file)
        }
        for language in ["en", "ar"] { try word("word 1", in: language) }
    }

    func word(_ text: String, in language: String) throws {
        try folder.write("{ \"text\": \"\(text)\" }", to: "kits/test/words/\(language).json")
    }

    func color(_ ink: String) throws {
        let text = try folder.text(of: "kits/test/kit.json")
        let start = try #require(text.range(of: "#")).upperBound
        let end = text.index(start, offsetBy: 6)
        try folder.write(
            text.replacingCharacters(in: start..<end, with: ink), to: "kits/test/kit.json")
    }

    /// Runs a drop into a folder.
    ///
    /// - Returns: the totals, and the cards made: `en/square id=1`.
    @discardableResult
    func drop(
        into out: String, _ choices: DropChoices = DropChoices(leaving: .prune), workers: Int = 1,
        tell: (DropEvent) -> Void = { _ in }
    ) throws -> (totals: DropTotals, made: [String]) {
        let rows = "id,name\n" + people.map { "\($0.id),\($0.name)\n" }.joined()
        try folder.write(rows, to: "rows.csv")
        var plan = DropPlan(
            templates: ["supporter"], languages: languages, placements: ["square", "story"],
            rows: .init(path: folder.path + "/rows.csv"),
            name: try name.map { try NamePattern($0) },
            format: format)
        plan.key = key
        let made = Mutex<[String]>([])
        let left = Mutex(lifetime)
        let kits = folder.path + "/kits"
        let runner = DropRunner(engine: engine(), workers: workers) {
            (_, request) throws(CardError) in
            try useLife(left)
            let card = try fakeCard(request)
            made.withLock { $0.append(shown(request)) }
            return try card.showing(kits, request)
        }
        let totals = try runner.run(
            plan, into: folder.path + "/" + out, counting: .never, sidecars: sidecars,
            choices: choices, tell: tell)
        return (totals, made.withLock { $0 })
    }

    /// What a drop into an empty folder delivers.
    func clean() throws -> [String: [UInt8]] {
        let life = lifetime
        lifetime = nil
        defer { lifetime = life }
        let out = "clean-\(UUID().uuidString)"
        try drop(into: out)
        defer {
            do {
                try FileManager.default.removeItem(atPath: folder.path + "/" + out)
            } catch {
                print("could not remove \(out): \(error)")
            }
        }
        return try delivered(in: folder.path + "/" + out)
    }

    private func engine() -> CardEngine {
        var options = EngineOptions(home: projectFolder)
        options.templatesFolder = folder.path + "/kits"
        options.defaultKit = "test"
        return CardEngine(options)
    }
}

private func shown(_ request: CardRequest) -> String {
    "\(request.language ?? "")/\(request.placement ?? "") \(request.values["name"]?.value ?? "")"
}

/// Ends the drop like a full disk: nothing is written after it.
private func useLife(_ left: borrowing Mutex<Int?>) throws(CardError) {
    let isOver = left.withLock { left -> Bool in
        guard let count = left else { return false }
        left = count - 1
        return count == 0
    }
    guard isOver else { return }
    throw CardError(.output, Diagnostic(code: "file-disk-full", "the drop is killed here"))
}

extension Card {
    /// The card with the files of its kit in its picture, and pages and captions as they are.
    fileprivate func showing(_ kits: String, _ request: CardRequest) throws(CardError) -> Card {
        var card = self
        let files = ["kit.json", "supporter.json", "words/\(request.language ?? "").json"]
        for file in files {
            do {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(kits)/test/\(file)"))
                card.bytes += Array(bytes)
            } catch {
                throw CardError(.asset, Diagnostic(code: "file-missing", "\(error)"))
            }
        }
        card.record.byteCount = card.bytes.count
        card.record.sha256 = sha256(of: card.bytes)
        return card
    }
}
