import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartTestbench
import BlueHeartWords
import Testing

/// Networks and their slots are data: what a file adds is made without a line of code.
@Suite struct PlacementDataTests {
    private let scratch: ScratchFolder
    private let kit: TinyKit

    /// The tiny kit with a network and a slot that nobody knew before.
    init() throws {
        scratch = try ScratchFolder()
        kit = try TinyKit(copiedTo: scratch)
        try scratch.change(
            "assets/placements.json", #""networks": {"#,
            """
            "networks": { "raven": { "title": "Raven", "counting": \(figure("\"utf16\"")),
                "captionLimit": \(figure("60")), "altLimit": \(figure("500")),
                "linkLength": \(figure("9")) },
            """)
        try scratch.change(
            "assets/placements.json", #""placements": {"#,
            """
            "placements": { "perch": { "title": "Perch", "networks": ["raven"],
                "size": \(figure(#"{"width": 300, "height": 200}"#)),
                "safe": \(figure(#"{"top": 10, "right": 10, "bottom": 10, "left": 10}"#)),
                "formats": \(figure(#"["webp", "png"]"#)), "displayWidth": \(figure("300")) },
            """)
        try scratch.change("templates/tiny/greeting.json", #"["card","#, #"["perch", "card","#)
        try scratch.change("templates/tiny/photo.json", #"["square","#, #"["perch", "square","#)
    }

    private func figure(_ value: String, _ certainty: String = "own") -> String {
        """
        {"value": \(value), "source": "made up", "checked": "2026-11", "certainty": "\(certainty)"}
        """
    }

    @Test func aNetworkAndItsSlotAreAddedAsData() throws {
        let card = try kit.engine.worker().render(kit.greeting(at: "perch", name: "Amina 💙"))
        #expect([card.record.widthInPixels, card.record.heightInPixels] == [300, 200])
        #expect(card.record.format == .webP)
        let caption = try #require(card.record.captions.first)
        // 22 UTF-16 units, a blank line, a link of 9; behind another the hashtag of 13.
        #expect(caption.network == "raven" && caption.length.count == 22 + 2 + 9 + 2 + 13)
        #expect(caption.altText(of: card.record.words)?.field == .alt)
        let names = card.sidecars(besidePicture: "c.webp").map(\.part.suffix)
        #expect(names.contains(".caption.raven.txt"))
    }

    @Test func theNewLimitShortensAndThenRefuses() throws {
        try scratch.change("assets/placements.json", figure("60"), figure("40"))
        let card = try kit.engine.worker().render(kit.greeting(at: "perch"))
        #expect(card.record.captions.first?.leftOut.map(\.text) == ["#TinyCampaign"])
        #expect(card.record.warnings.map(\.code) == ["caption-shortened"])
        try scratch.change("assets/placements.json", figure("40"), figure("20"))
        let fresh = TinyKit(root: scratch.path)
        let error = #expect(throws: CardError.self) {
            try fresh.engine.worker().render(fresh.greeting(at: "perch"))
        }
        #expect(error?.diagnostics.map(\.code) == ["caption-too-long"])
    }

    @Test func aDisputedLimitOfWordsWarns() throws {
        try scratch.change("assets/placements.json", figure("60"), figure("20", "disputed"))
        let card = try kit.engine.worker().render(kit.greeting(at: "perch"))
        #expect(card.record.warnings.map(\.code) == ["caption-perhaps-too-long"])
        #expect(card.record.warnings.map(\.severity) == [.warning])
    }

    /// With the same photograph a budget that is sure is an error; see `RenderTests`.
    @Test func aDisputedBudgetOfBytesWarns() throws {
        try scratch.change(
            "assets/placements.json", #""formats": \#(figure(#"["webp", "png"]"#))"#,
            #""formats": \#(figure(#"["png"]"#)), "maxBytes": \#(figure("10000", "disputed"))"#)
        let card = try kit.engine.worker().render(
            kit.photo("n", bytes: try grainyPicture(), at: "perch"))
        #expect(card.bytes.count > 10_000)
        #expect(card.record.warnings.map(\.code) == ["perhaps-over-budget"])
    }
}
