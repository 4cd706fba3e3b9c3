import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartTestbench
import Testing

@testable import BlueHeartServer

@Suite struct RequestReaderTests {
    private static let reader = Result { () throws(CardError) in
        RequestReader(
            catalog: try PublicCatalog(CardEngine(EngineOptions(home: projectFolder))))
    }

    /// What never changes may be kept for good, and only the kit's present version never does.
    @Test func onlyTheKitsOwnVersionNeverChanges() throws {
        let reader = try Self.reader.get()
        let version = reader.catalog.kits[0].version
        let file = try #require(CardFile("square.png"))
        for (value, isVersioned) in [(version, true), (version + "0", false), ("", false)] {
            let query = Query([Query.Pair("v", value), Query.Pair("lang", "en")])
            let card = try reader.read(
                kit: "blue-heart", template: "statement", file: file, query: query,
                headers: .init())
            let drop = try reader.readDrop(
                kit: "blue-heart", template: "statement", query: query, headers: .init())
            #expect(card.isVersioned == isVersioned, "v=\(value)")
            #expect(drop.isVersioned == isVersioned, "v=\(value)")
        }
        let bare = try reader.readDrop(
            kit: "blue-heart", template: "statement", query: Query(), headers: .init())
        #expect(!bare.isVersioned && bare.vary == ["Accept-Language"])
    }
}
