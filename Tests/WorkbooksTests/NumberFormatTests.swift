import Testing

@testable import BlueHeartWorkbooks

@Suite struct NumberFormatTests {
    @Test(
        arguments: [
            ("General", 12.5, "12.5"), ("General", 0.1 + 0.2, "0.3"),
            ("General", 421_949_123_456, "421949123456"),
            ("0", 12.5, "13"), ("0.00", 1.005, "1.01"), ("0.00", -0.001, "0.00"),
            ("#,##0.00", 1_234.5, "1234.50"), ("00000", 123, "00123"), ("0%", 0.45, "45%"),
            ("0.0%", 0.4567, "45.7%"), ("\"€ \"0.00", 3, "3.00"), ("[$€-407] #,##0.00", 3, "3.00"),
            ("0.##", 2.5, "2.5"), ("@", 7, "7"), ("0.00E+00", 1_500, "1500"), ("# ?/?", 0.5, "0.5"),
            ("dd.mm.yyyy", 46_233, "2026-07-30"), ("[$-409]d mmm yy;@", 46_233, "2026-07-30"),
            ("m/d/yy h:mm", 46_233.770_833_333, "2026-07-30 18:30"), ("h:mm AM/PM", 0.75, "18:00"),
            ("[h]:mm", 1.5, "36:00"), ("yyyy", 1, "1900-01-01"), ("yyyy", 59, "1900-02-28"),
            ("yyyy", 61, "1900-03-01"), ("yyyy", -1, "-1"), ("\"day\" 0", 5, "5"),
        ] as [(String, Double, String)])
    func numbersAreTextAsTheyAreShown(code: String, number: Double, text: String) {
        #expect(NumberFormat(code: code).text(of: number, startsIn1904: false) == text)
    }

    @Test func daysCanBeginIn1904() {
        #expect(NumberFormat(builtIn: 14).text(of: 0, startsIn1904: true) == "1904-01-01")
        #expect(NumberFormat(builtIn: 14).text(of: 44_771, startsIn1904: true) == "2026-07-30")
    }

    @Test func escapesAreTheirCharacters() {
        #expect(unescaped("a_x000D_b_x005F_x_1_") == "a\rb_x_1_")
        #expect(CellName("AB12")?.column == 27 && CellName("$B$7")?.row == 7)
        #expect(CellName("7") == nil && CellName("A0") == nil)
    }
}
