import BlueHeartDrawing
import BlueHeartLanguages
import Testing

@testable import BlueHeartTypesetting

/// Work counted, not timed: what is shaped, and shaped again for lines, grows as the text does.
///
/// `Benchmarks/growth` counts instructions.
struct GrowthTests {
    @Test(arguments: [
        ("الاتجار بالبشر يمس كل بلد (UNODC) في 2026. ", "ar", 40), ("بلد", "ar", 400),
        ("\u{301}", "en", 1_000),
        ("\u{200D}", "en", 1_000), ("👩‍👧‍👦", "en", 100), ("मानव तस्करी ", "hi", 100), ("(", "ar", 1_000),
        ("\u{2067}a\u{2069}א", "ar", 200), ("การค้ามนุษย์", "th", 100), ("AV To ", "en", 200),
    ])
    func twiceTheTextIsTwiceTheWork(_ piece: String, _ tag: String, _ count: Int) throws {
        let once = try work(String(repeating: piece, count: count), tag)
        let twice = try work(String(repeating: piece, count: 2 * count), tag)
        #expect(once > 0)
        #expect(Double(twice) <= 2.3 * Double(once), "\(once), \(twice)")
    }

    /// Glyphs that were shaped for widths and for lines at all sizes that are tried.
    private func work(_ text: String, _ tag: String) throws -> Int {
        let typesetter = Typesetter(fonts: try sharedLibrary.get())
        let wish = try paragraph(text, tag, size: 20...40) { $0.overflow = .clip }
        _ = try typesetter.widths(of: wish)
        _ = try typesetter.typeset(wish, width: 300, height: 2_000)
        let prepared = try typesetter.prepare(wish)
        return prepared.glyphs.count + prepared.reshaped.values.reduce(0) { $0 + $1.count }
    }
}
