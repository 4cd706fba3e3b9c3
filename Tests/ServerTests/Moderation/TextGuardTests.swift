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
        "evil . com", "evil dot com", "evil[.]com", "evil (dot) com", "evil .com", "evil. com",
        "e v i l . c o m", "παράδειγμα.ελ", "例え.みんな", "xn--e1afmkfd.xn--p1ai", "evilabc.onion",
        "93.184.216.34:8080", "2001:db8::1", "hxxp://evil", "ⓔⓥⓘⓛ.ⓒⓞⓜ", "evil.c0m", "evil,com",
        "anna AT gmail DOT com", "anna (at) yahoo.com", "anna arroba gmail punto com", "IG: anna_b",
        "insta anna99", "anna_b", "anna#1234", "Telegram: anna", "微信: anna", "t me/evil",
        "⓪⑨⓪①②③④⑤⑥⑦", "⁰⁹⁰¹²³⁴⁵⁶⁷", "0️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "〇九〇一二三四五六七", "0901_234_567",
        "O9O1 234 567", "zero nine zero one two three four", "901 234 567", "call 27 600 001 now",
    ])
    func waysToLeadReadersElsewhereAreRefused(text: String) throws {
        #expect(try codes(text) == ["name contact-in-text"])
    }

    @Test(arguments: [
        "Amina K.", "J. R. R. Tolkien", "St.Jo", "Ph.D. Nováková", "O’Neill-Smith", "Jean-Luc",
        "Maria.jo", "Maria.Jo", "Anna.De Vries", "Čeněk.Al", "2019–2026", "30. 7. 2026",
        "2026-07-30", "18:00–20:00", "Class of 2026", "王小明",
        "محمد علي", "Дарья", "अमिना", "Ελένη & Νίκος", "Люба/Luba", "Team 42", "🫶 Amina 👩‍👩‍👧",
        "27 600 000 people", "27.600.000 Menschen", "10–12.5.2026 at 18:00", "27,600,000",
        "2,76,00,000 लोग", "₹ 27600000", "28.2.–3.3.2026", "18.00–20.00, 5/6/2026", "1 234 567,5 €",
        "27 600 412 ľudí", "2 760万人 1990–2026", "พ.ศ. 2569", "Akyerεko", "Merda", "Kurvinen",
        "Bitchakjian",
        "Ficker", "Scunthorpe", "M. Ure", "put a stop to it", "people who re-enter",
        "Facebook and us",
        "Nigeria 2026", "Niger", "Isis", "Kurup", "Putta", "Ana Lopez", "Fu Ke", "At dawn. Com",
        "col·lecció",
    ])
    func namesAndDaysAreNot(text: String) throws {
        #expect(try codes(text) == [])
    }

    @Test(arguments: [
        "𝓯𝓾𝓬𝓴", "ⓕⓤⓒⓚ", "🅵🆄🅲🅺", "ᶠᵘᶜᵏ", "ꜰᴜᴄᴋ", "ƒuck", "bitcſh fuck", "f u c k", "fu ck", "f uck",
        "f*ck", "f**k", "fvck", "fυck", "FUuUCK", "phuck", "sh!thead", "🇫🇺🇨🇰", "⒡⒰⒞⒦", "ʞɔnɟ",
        "whor e", "vvhore", "cyka", "Heil Hitler", "H€il H1tler", "KKK", "k.k.k.", "1488", "14/88",
        "Girls for sale", "Gⓘrls  4 sale girls for sale", "девочки на продажу", "女孩出售",
        "بنات للبيع",
    ])
    func disguisedWordsHateAndOffersAreRefused(text: String) throws {
        let found = try codes(text)
        #expect(found == ["name blocked-word"] || found == ["name mixed-scripts"])
    }

    @Test(arguments: [
        "UNODC", "U.N.O.D.C.", "United Nations", "Blue Heart Campaign", "UNODC Slovakia", "ＵＮＯＤＣ",
        "Kampaň Modré srdce", "ООН", "联合国", "الأمم المتحدة",
    ])
    func theCampaignsNamesAreTaken(text: String) throws {
        #expect(try codes(text) == ["name taken-name"])
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
