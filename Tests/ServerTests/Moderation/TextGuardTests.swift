import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates
import BlueHeartTestbench
import Testing

@testable import BlueHeartServer

@Suite struct TextGuardTests {
    private static let catalog = Result { () throws(CardError) in
        try PublicCatalog(CardEngine(EngineOptions(home: projectFolder)))
    }

    private func codes(_ name: String, in tag: String = "en") throws -> [String] {
        let kit = try Self.catalog.get().kits[0]
        let template = try #require(kit.template("supporter"))
        let placement = try #require(try Self.catalog.get().placements["square"])
        let card = PublicCardRequest(
            kit: kit, template: template, placement: placement,
            language: try kit.kit.language(tag), format: .png,
            values: ParameterValues([.init("name", name, trust: .untrusted)]))
        return card.refusal?.diagnostics.map { "\($0.path) \($0.code)" } ?? []
    }

    @Test(arguments: [
        "see example.com", "HTTPS://x.y", "www.a", "bit.ly/abc", "join t.me/x", "a.b.org",
        "пример.рф", "ｅｘａｍｐｌｅ．ｃｏｍ", "example。com", "anna.example.sk",
        "a@b.sk", "@anna", "anna＠site", "+421 901 234 567", "0901/234567", "(02) 5555-1234",
        "٠٩٠١٢٣٤٥٦٧", "call 09 01 23 45 67",
        "EXAMPLE.COM", "anna.sk", "ANNA.SK", "Anna.sk", "Maria.jo/x", "maria.jo", "www.Maria.Jo",
        "Anna.Maria.jo", "Visit Example.de",
    ])
    func waysToLeadReadersElsewhereAreRefused(text: String) throws {
        #expect(try codes(text) == ["name contact-in-text"])
    }

    @Test(arguments: [
        "Amina K.", "J. R. R. Tolkien", "St.Jo", "Ph.D. Nováková", "O’Neill-Smith", "Jean-Luc",
        "Maria.jo", "Maria.Jo", "Anna.De Vries", "Čeněk.Al", "2019–2026", "30. 7. 2026",
        "2026-07-30", "18:00–20:00", "Class of 2026", "王小明",
        "محمد علي", "Дарья", "अमिना", "Ελένη & Νίκος", "Люба/Luba", "Team 42", "🫶 Amina 👩‍👩‍👧",
    ])
    func namesAndDaysAreNot(text: String) throws {
        #expect(try codes(text) == [])
    }

    @Test func aWordInTwoScriptsIsRefused() throws {
        #expect(try codes("p\u{430}ypal") == ["name mixed-scripts"])
        #expect(try codes("東京タワー") == [])
    }

    @Test(arguments: ["en", "ar", "th"])
    func aBlockedWordIsRefusedInEveryLanguage(tag: String) throws {
        #expect(try codes("F.U.C.K", in: tag) == ["name blocked-word"])
        #expect(try codes("Scunthorpe Porntip", in: tag) == [])
    }

    /// No name of a country, and no example of the kit, is a blocked word of any language.
    @Test func whatTheKitSaysItselfIsFree() throws {
        let catalog = try Self.catalog.get()
        for kit in catalog.kits {
            for entry in kit.kit.languages {
                for template in kit.templates {
                    for parameter in template.parameters where parameter.kind == .text {
                        let example = kit.text(parameter.example, in: entry.language)
                        let faults = kit.textGuard.faults(
                            of: example.map { [.init(parameter.name, $0)] } ?? [], template,
                            on: entry.language)
                        #expect(faults.isEmpty, "\(template.name) \(parameter.name)")
                    }
                }
            }
        }
    }

    @Test func aTextHasOneForm() {
        #expect(publicText("  A\u{301}mina\u{200B}\u{A0} \u{202E}K.\u{2066} ") == "Ámina K.")
        #expect(publicText("A\u{200D}mina") == "Amina")
        #expect(publicText("👩\u{200D}👧 می\u{200C}خواهم") == "👩\u{200D}👧 می\u{200C}خواهم")
        #expect(publicText("a\u{7}") == "a\u{7}")
    }
}
