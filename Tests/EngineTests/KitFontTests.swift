import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartRequests
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

/// Fonts that lie in the folder of a kit.
@Suite struct KitFontTests {
    private let scratch: ScratchFolder
    private let kit: TinyKit

    init() throws {
        scratch = try ScratchFolder()
        kit = try TinyKit(copiedTo: scratch)
    }

    /// Lato under another name of the same length, as a font that no list has.
    private func putFont(named name: String, file: String = "Own.ttf") throws {
        var bytes = try projectFile("fonts/files/Lato-Bold.ttf")
        let utf16 = { (text: String) in text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
        bytes = replacing(utf16("Lato"), with: utf16(name), in: bytes)
        bytes = replacing(Array("Lato".utf8), with: Array(name.utf8), in: bytes)
        try scratch.write(bytes, to: "templates/tiny/fonts/\(file)")
    }

    private func replacing(_ old: [UInt8], with new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for start in 0...(bytes.count - old.count)
        where bytes[start] == old[0] && bytes[start..<start + old.count].elementsEqual(old) {
            bytes.replaceSubrange(start..<start + old.count, with: new)
        }
        return bytes
    }

    private func setFonts(_ json: String) throws {
        let file = "templates/tiny/kit.json"
        let text = try scratch.text(of: file)
        try scratch.write(
            text.replacing(/"fonts": \{[^}]*\}/, with: "\"fonts\": \(json)"), to: file)
    }

    private func errors() throws -> [Diagnostic] {
        try #require(throws: CardError.self) {
            try kit.engine.worker().render(kit.greeting())
        }.diagnostics
    }

    @Test func aKitIsSetInItsOwnFont() throws {
        try setFonts(#"{ "text": ["Lato"] }"#)
        let expected = try kit.engine.worker().render(kit.greeting())
        try putFont(named: "Oval")
        try setFonts(#"{ "text": ["Oval"] }"#)
        let own = TinyKit(root: scratch.path)
        let worker = own.engine.worker()
        let catalog = try own.engine.catalog.fontCatalog(of: own.engine.catalog.kit("tiny"))
        #expect(catalog.families.first?.name == "Oval")
        #expect(catalog.families.first?.faces.map(\.weights) == [700...700])
        let card = try worker.render(own.greeting())
        // The file is the bold Lato of the list, which the template asks for.
        #expect(card.bytes == expected.bytes)
    }

    @Test func otherKitsOfAWorkerKeepTheirFonts() throws {
        let plain = TinyKit()
        let expected = try plain.engine.worker().render(plain.greeting()).bytes
        _ = try Tool("/bin/cp").run(
            ["-r", scratch.path + "/templates/tiny", scratch.path + "/templates/other"])
        try putFont(named: "Oval")
        try setFonts(#"{ "text": ["Oval"] }"#)
        let both = TinyKit(root: scratch.path)
        let worker = both.engine.worker()
        var other = both.greeting()
        other.kit = scratch.path + "/templates/other"
        let own = try worker.render(both.greeting()).bytes
        #expect(try worker.render(other).bytes == expected)
        #expect(try worker.render(both.greeting()).bytes == own && own != expected)
    }

    @Test func aFamilyThatNobodyHasIsToldInTheKit() throws {
        try setFonts("{\n  \"text\": [\"Lato\", \"Ovale\"] }")
        try putFont(named: "Oval")
        let errors = try errors()
        #expect(errors.map(\.code) == ["unknown-font"])
        #expect(errors.map(\.path) == [JSONPath([.key("fonts"), .key("text"), .index(1)])])
        #expect(errors.first?.location?.file.hasSuffix("tiny/kit.json") == true)
        #expect(errors.first?.hint == "did you mean \"Oval\"?")
    }

    @Test(arguments: ["cut.ttf", "text.woff2", "none.otf"])
    func aFileThatIsNoFontIsNamed(file: String) throws {
        let font = try projectFile("fonts/files/Lato-Bold.ttf")
        let bytes: [UInt8] =
            switch file {
            case "cut.ttf": Array(font.prefix(font.count / 2))
            case "text.woff2": Array("wOF2 and nothing".utf8)
            default: []
            }
        try scratch.write(bytes, to: "templates/tiny/fonts/\(file)")
        let errors = try errors()
        #expect(errors.map(\.code) == ["unusable-font"])
        #expect(errors.first?.message.contains(file) == true)
    }

    @Test func lettersThatTheFontLacksAreToldByLanguage() throws {
        try putFont(named: "Oval")
        let words = try scratch.text(of: "templates/tiny/words/en.json")
        try scratch.write(
            words.replacing("\"A photo.\"", with: "\"A photo. \u{4E2D}\u{6587}\""),
            to: "templates/tiny/words/en.json")
        let own = TinyKit(root: scratch.path)
        let found = try own.engine.catalog.kit("tiny").missingLetters(in: own.engine.catalog)
        let english = try #require(found.first { $0.message.contains(" in en: ") })
        #expect(english.severity == .note && english.message.contains("\u{4E2D} \u{6587}"))
    }
}
