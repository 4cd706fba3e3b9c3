import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartTestbench
import BlueHeartWords
import Foundation
import Testing

@testable import BlueHeartDrops

/// A second drop into the same folder.
@Suite struct DropAgainTests {
    private let campaign: Campaign

    init() throws {
        campaign = try Campaign()
        campaign.people = [
            .init(id: "1", name: "Amina"), .init(id: "2", name: "Bob"),
            .init(id: "3", name: "Sara"),
        ]
    }

    private var out: String { campaign.folder.path + "/out" }

    @Test func anUnchangedDropWritesNothing() throws {
        try campaign.drop(into: "out")
        let before = try contents(of: out)
        let times = try modificationTimes()
        let again = try campaign.drop(into: "out")
        #expect(again.made.isEmpty)
        #expect(again.totals.made == 12 && again.totals.unchanged == 12)
        #expect(try contents(of: out) == before)
        #expect(try modificationTimes() == times)
    }

    @Test func aChangedRowWordOrColorRemakesWhatUsesIt() throws {
        try campaign.drop(into: "out")
        campaign.people[1].name = "Robert"
        #expect(
            try campaign.drop(into: "out").made.sorted() == [
                "ar/square Robert", "ar/story Robert", "en/square Robert", "en/story Robert",
            ])
        try campaign.word("word 2", in: "ar")
        let words = try campaign.drop(into: "out").made
        #expect(words.count == 6 && words.allSatisfy { $0.hasPrefix("ar/") })
        try campaign.color("FF0000")
        #expect(try campaign.drop(into: "out").made.count == 12)
        #expect(try delivered(in: out) == campaign.clean())
    }

    @Test func anotherFormatLeavesNoFileOfTheFirst() throws {
        try campaign.drop(into: "out")
        campaign.format = .webP
        campaign.sidecars = [.alt]
        try campaign.drop(into: "out", DropChoices())
        let files = try delivered(in: out)
        #expect(files.count == 12 * 2 + 1)
        #expect(!files.keys.contains { $0.hasSuffix(".png") || $0.hasSuffix(".html") })
        #expect(try files == campaign.clean())
    }

    @Test func whoWithdrewIsKeptAndToldOrRemoved() throws {
        try campaign.drop(into: "out")
        campaign.people.remove(at: 1)
        var kept: [String] = []
        var totals = try campaign.drop(into: "out", DropChoices()) { event in
            if case .kept(let path) = event { kept.append(path) }
        }.totals
        #expect(totals.kept == 4 && totals.made == 8)
        #expect(kept.sorted().first == "ar/2-square.png")
        let manifest = try campaign.folder.text(of: "out/manifest.json")
        #expect(manifest.contains("\n\"kept\": [\n"))
        #expect(try delivered(in: out).keys.contains("en/2-square.alt.txt"))
        totals = try campaign.drop(into: "out").totals
        #expect(totals.kept == 0 && totals.pruned == 4)
        #expect(try delivered(in: out) == campaign.clean())
    }

    @Test func nothingForeignIsRemoved() throws {
        try campaign.drop(into: "out")
        try campaign.folder.write("mine", to: "out/en/2-square.txt")
        try campaign.folder.write("changed by hand", to: "out/en/2-square.alt.txt")
        campaign.people.remove(at: 1)
        var notes: [String] = []
        try campaign.drop(into: "out") { event in
            if case .note(let note) = event { notes.append(note.code) }
        }
        let left = try delivered(in: out).keys.filter { $0.contains("2-square") }
        #expect(left.sorted() == ["en/2-square.alt.txt", "en/2-square.txt"])
        #expect(notes == ["file-changed"])
    }

    @Test func aRowsFileThatCannotBeReadWholeRemovesNothing() throws {
        try campaign.drop(into: "out")
        campaign.people[1].name = "a,b"
        let totals = try campaign.drop(into: "out").totals
        #expect(totals.failed == 1 && totals.pruned == 0 && totals.kept == 4)
        #expect(try delivered(in: out).keys.contains("en/2-square.png"))
    }

    @Test func aFileThatWasChangedOrRemovedIsMadeAgain() throws {
        try campaign.drop(into: "out")
        try FileManager.default.removeItem(atPath: out + "/en/1-square.html")
        try campaign.folder.write("x", to: "out/ar/3-story.alt.txt")
        let again = try campaign.drop(into: "out").made.sorted()
        #expect(again == ["ar/story Sara", "en/square Amina"])
        #expect(try delivered(in: out) == campaign.clean())
    }

    @Test func aCopyOfTheFolderIsKnown() throws {
        try campaign.drop(into: "out")
        for (path, bytes) in try contents(of: out) {
            try campaign.folder.write(bytes, to: "copy/" + path)
        }
        #expect(try campaign.drop(into: "copy").made.isEmpty)
        #expect(try delivered(in: campaign.folder.path + "/copy") == campaign.clean())
    }

    @Test func aDropThatWasKilledGoesOn() throws {
        campaign.lifetime = 5
        #expect(throws: CardError.self) { try campaign.drop(into: "out") }
        #expect(try !delivered(in: out).keys.contains("manifest.json"))
        campaign.lifetime = nil
        try campaign.folder.write("half", to: "out/en/.blueheart-4194305-0.part")
        #expect(try campaign.drop(into: "out").made.count == 7)
        #expect(try delivered(in: out) == campaign.clean())
    }

    /// `og-00001.png` never becomes somebody else's.
    @Test func anotherFileOfRowsTakesNoNameOfAnotherPerson() throws {
        campaign.name = nil
        try campaign.drop(into: "out")
        let amina = try campaign.folder.bytes(of: "out/supporter/en/square-00001.png")
        campaign.people = [.init(id: "2", name: "Robert"), .init(id: "9", name: "Eve")]
        let totals = try campaign.drop(into: "out", DropChoices()).totals
        #expect(totals.kept == 8)
        #expect(try campaign.folder.bytes(of: "out/supporter/en/square-00001.png") == amina)
        let robert = try campaign.folder.text(of: "out/supporter/en/square-00002.png")
        #expect(robert.contains("name=Robert"))
        #expect(try campaign.folder.text(of: "out/supporter/en/square-00004.png").contains("Eve"))
    }

    @Test func aRowWithoutAKeyKeepsItsNameWhereverItStands() throws {
        (campaign.name, campaign.key) = (nil, nil)
        try campaign.drop(into: "out")
        campaign.people.insert(.init(id: "0", name: "Zoe"), at: 0)
        campaign.people.swapAt(1, 3)
        let again = try campaign.drop(into: "out").made
        #expect(again.count == 4 && again.allSatisfy { $0.hasSuffix("Zoe") })
        #expect(try campaign.folder.text(of: "out/supporter/en/square-00003.png").contains("Sara"))
        #expect(try campaign.folder.text(of: "out/supporter/en/square-00004.png").contains("Zoe"))
    }

    @Test func onlyMissingCardsAreMadeIfAskedFor() throws {
        campaign.people[1].name = "bad"
        #expect(try campaign.drop(into: "out").totals.failed == 4)
        campaign.people[0].name = "Changed"
        campaign.people[1].name = "Bob"
        let again = try campaign.drop(into: "out", DropChoices(making: .missing)).made
        #expect(again.count == 4 && again.allSatisfy { $0.hasSuffix("Bob") })
    }

    @Test func aKeyIsThereOnceInEachRow() throws {
        campaign.people[1].id = "1"
        campaign.people[2].id = ""
        var codes: [String] = []
        let totals = try campaign.drop(into: "out") { event in
            if case .failed(let failure) = event { codes += failure.error.diagnostics.map(\.code) }
        }.totals
        #expect(totals.made == 4 && codes == ["same-key", "missing-key"])
        campaign.key = "mail"
        let error = try #require(throws: CardError.self) { try campaign.drop(into: "other") }
        #expect(error.diagnostics.map(\.code) == ["unknown-column"])
    }

    private func modificationTimes() throws -> [String: Date] {
        var times: [String: Date] = [:]
        for path in try contents(of: out).keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: out + "/" + path)
            times[path] = attributes[.modificationDate] as? Date
        }
        return times
    }
}

/// Random edits of a campaign, with a drop after each.
@Suite struct DropEditTests {
    @Test(arguments: 0..<12)
    func theFolderEqualsACleanOneAfterAnyEdits(number: Int) throws {
        var random = SplitMix64(seed: UInt64(number))
        let campaign = try Campaign()
        campaign.people = (1...4).map { .init(id: "\($0)", name: "Name \($0)") }
        campaign.sidecars = [.alt, .record, .page]
        var next = 5
        let out = campaign.folder.path + "/out"
        var before: [String: [UInt8]] = [:]
        for _ in 0..<8 {
            let damaged = try edit(campaign, &next, out, before, &random)
            if Int.random(in: 0..<3, using: &random) == 0 {
                campaign.lifetime = Int.random(in: 0..<6, using: &random)
                do { try campaign.drop(into: "out") } catch is CardError {}
                campaign.lifetime = nil
            }
            let made = try campaign.drop(into: "out", workers: 1 + number % 2).made
            let clean = try campaign.clean()
            #expect(try delivered(in: out) == clean, "seed \(number)")
            let changed = clean.keys.filter { path in
                path.hasSuffix("." + (campaign.format ?? ImageFormat.png).fileExtension)
                    && (clean[path] != before[path] || damaged.contains { path.hasPrefix($0) })
            }
            // A sidecar that is chosen or left out changes every card.
            let isAll = clean.keys.count != before.keys.count
            #expect(isAll || made.count <= changed.count, "seed \(number): \(made)")
            before = clean
        }
    }

    /// Makes one change.
    ///
    /// - Returns: the beginnings of paths of files that were damaged.
    private func edit(
        _ campaign: Campaign, _ next: inout Int, _ out: String, _ files: [String: [UInt8]],
        _ random: inout SplitMix64
    ) throws -> [String] {
        let index = campaign.people.indices.randomElement(using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            campaign.people.append(.init(id: "\(next)", name: "Name \(next)"))
            next += 1
        case 2: if let index { campaign.people.remove(at: index) }
        case 3: if let index { campaign.people[index].name += "x" }
        case 4: campaign.people.shuffle(using: &random)
        case 5:
            let language = ["en", "ar"].randomElement(using: &random) ?? "en"
            try campaign.word(
                "word \(UInt8.random(in: .min ... .max, using: &random))", in: language)
        case 6: try campaign.color(["102030", "405060"].randomElement(using: &random) ?? "")
        case 7:
            campaign.format = [nil, ImageFormat.webP, .jpeg].randomElement(using: &random) ?? nil
        case 8:
            campaign.sidecars =
                [[.alt], [.alt, .record, .page]].randomElement(using: &random) ?? []
        default:
            guard let path = files.keys.sorted().randomElement(using: &random),
                path != "manifest.json"
            else { return [] }
            try FileManager.default.removeItem(atPath: out + "/" + path)
            return [String(path.prefix { $0 != "." })]
        }
        return []
    }
}
