import BlueHeartLanguages
import Testing

struct LanguageFormatsTests {
    @Test(arguments: [
        ("en", "30 July 2026"), ("en-US", "July 30, 2026"), ("sk", "30. júla 2026"),
        ("zh-Hans", "2026年7月30日"), ("th", "30 กรกฎาคม ค.ศ. 2026"), ("fa", "۳۰ ژوئیهٔ ۲۰۲۶"),
    ])
    func aDayIsWrittenOutInTheGregorianCalendar(_ tag: String, _ text: String) throws {
        let day = try #require(CalendarDay(year: 2026, month: 7, day: 30))
        let written = LanguageFormats(try Language(tag: tag)).longDate(day)
        #expect(written.replacing("\u{200F}", with: "") == text)
    }

    @Test(arguments: [
        ("en", 1_234_567.5, "1,234,567.5"), ("sk", 1_234.5, "1\u{A0}234,5"),
        ("hi", 1_234_567, "12,34,567"),
        ("en", 50, "50"), ("en", -3.14159, "-3.142"),
    ])
    func aNumberIsWrittenAsTheLanguageDoes(
        _ tag: String, _ number: Double, _ text: String
    ) throws {
        #expect(LanguageFormats(try Language(tag: tag)).string(from: number) == text)
    }

    @Test(arguments: [
        ("en", 1, PluralCategory.one), ("en", 2, .other), ("sk", 1, .one), ("sk", 3, .few),
        ("sk", 5, .other), ("sk", 1.5, .many), ("ar", 0, .zero), ("ar", 2, .two), ("ar", 3, .few),
        ("ar", 11, .many), ("ar", 100, .other), ("zh-Hans", 1, .other), ("ru", 21, .one),
    ])
    func aNumberChoosesItsPlural(
        _ tag: String, _ number: Double, _ category: PluralCategory
    ) throws {
        let formats = LanguageFormats(try Language(tag: tag))
        #expect(formats.pluralCategory(for: number) == category)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "0000-01-01", "2026-1-01", "2026-00-10", "x"])
    func aDayThatIsNoneIsRefused(_ text: String) {
        #expect(CalendarDay(iso8601: text) == nil)
    }

    /// Of full centuries only each fourth is a leap year.
    @Test(arguments: [(2_024, true), (2_023, false), (2_000, true), (1_900, false), (2_100, false)])
    func leapYearsAreThoseOfTheCalendar(year: Int, isLeap: Bool) {
        #expect((CalendarDay(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(CalendarDay(year: year, month: 2, day: 28) != nil)
    }

    @Test func daysAreCountedFromTheFirstOf1970() throws {
        let days = ["1970-01-01", "1969-12-31", "2000-02-29", "2026-07-30"]
        let counts = try days.map { try #require(CalendarDay(iso8601: $0)).daysSince1970 }
        #expect(counts == [0, -1, 11_016, 20_664])
    }

    @Test(arguments: [
        ("en", "PNG, JPEG or WebP"), ("en-US", "PNG, JPEG, or WebP"), ("de", "PNG, JPEG oder WebP"),
        ("ar", "PNG أو JPEG أو WebP"),
        ("zh-Hans", "PNG、JPEG或WebP"), ("sk", "PNG, JPEG alebo WebP"),
    ])
    func alternativesAreJoinedAsTheLanguageDoes(tag: String, text: String) throws {
        let language = try Language(tag: tag)
        #expect(language.alternatives(["PNG", "JPEG", "WebP"]) == text)
        #expect(language.alternatives(["PNG"]) == "PNG")
    }
}
