import BlueHeartLanguages
import Foundation
import Testing

struct HyphenatorTests {
    private func hyphenator(_ tag: String, _ bytes: [UInt8]) throws -> Hyphenator {
        let language = try Language(tag: tag)
        return try unsafe bytes.withUnsafeBytes {
            try unsafe Hyphenator(dictionary: $0, language: language)
        }
    }

    private func marked(_ tag: String, _ file: String, _ text: String) throws -> String {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/hyphen/" + file)))
        let units = Array(text.utf16)
        let places = Set(try hyphenator(tag, bytes).places(in: units))
        var found: [UInt16] = []
        for (index, unit) in units.enumerated() {
            if places.contains(index) { found.append(0x7C) }
            found.append(unit)
        }
        return String(decoding: found, as: UTF16.self)
    }

    @Test(arguments: [
        ("de", "hyph_de_DE.dic", "Menschenhandel", "Men|schen|han|del"),
        ("sk", "hyph_sk_SK.dic", "obchodovanie s ľuďmi", "obcho|do|va|nie s ľuďmi"),
        ("cs", "hyph_cs_CZ.dic", "obchodování", "obcho|do|vání"),
        ("ru", "hyph_ru_RU.dic", "торговля людьми", "тор|говля людьми"),
        ("el", "hyph_el_GR.dic", "εμπορία ανθρώπων", "εμπο|ρία ανθρώπων"),
        ("en", "hyph_en_GB.dic", "Trafficking in persons", "Traf|fick|ing in per|sons"),
        ("ro", "hyph_ro_RO.dic", "traficul de persoane", "tra|fi|cul de per|soane"),
    ])
    func wordsArePartedByTheirLanguage(
        _ tag: String, _ file: String, _ text: String, _ marked: String
    ) throws {
        let found = try self.marked(tag, file, text)
        #expect(found == marked)
    }

    @Test(arguments: [
        "https://www.unodc.org/blueheart", "#EndHumanTrafficking", "name@example.org",
        "anti-trafficking", "soft\u{AD}hyphenation", "UNESCO", "heart", "COVID19pandemic",
        "www.example.org", "Jean‑Baptiste", "💙💙💙💙💙💙💙",
    ])
    func whatMustStayWholeIsNotParted(_ text: String) throws {
        #expect(try marked("en", "hyph_en_GB.dic", text) == text)
    }

    /// Hungarian doubles letters where it parts `asszony` into `asz-szony`: not done.
    @Test func noPlaceNeedsAnotherSpelling() throws {
        let found = try marked("hu", "hyph_hu_HU.dic", "asszonyainkkal")
        #expect(found == "asszo|nya|ink|kal")
    }

    @Test func anUnknownEncodingIsAFault() {
        #expect(throws: HyphenatorFault.unknownEncoding("NONSENSE-1")) {
            try hyphenator("en", Array("NONSENSE-1\n.a1b\n".utf8))
        }
    }

    @Test func theSecondLevelPartsWhatTheFirstLeavesWhole() throws {
        let bytes = Array("UTF-8\nxx1y\nNEXTLEVEL\nab1c\n.yy1c\n1xx\n2xx.\n".utf8)
        let found = try hyphenator("en", bytes).places(in: Array("yyyabcxxyycabcxx".utf16))
        #expect(found == [5, 8, 10, 13])
    }

    @Test func theHighestDigitDecides() throws {
        let bytes = Array("UTF-8\na1b\na2bc\n% a3b\n".utf8)
        let found = try hyphenator("en", bytes).places(in: Array("ccabaaccabcccab".utf16))
        #expect(found == [3])
    }

    @Test func aDictionaryOfNonsensePartsNothingBadly() throws {
        for size in [0, 1, 5, 6, 7, 4_000] {
            var bytes = Array("UTF-8\n".utf8)
            for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: index &* 73 | 1)) }
            let places = try hyphenator("en", bytes).places(in: Array("trafficking".utf16))
            #expect(places.allSatisfy { (3...8).contains($0) })
        }
    }
}
