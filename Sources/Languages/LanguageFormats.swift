import CBlueHeartICU

/// Formats numbers and dates, and selects plural forms, for one language.
///
/// Owned by one worker at a time; each ICU formatter is opened on first use and kept. Every day is
/// a day of the Gregorian calendar, without time and time zone.
@safe public final class LanguageFormats {
    public let language: Language
    private let locale: String
    private lazy var numbers = unsafe openNumbers()
    private lazy var dates = unsafe openDates()
    private lazy var plurals = unsafe openPlurals()
    private var open: Set<Kind> = []

    private enum Kind { case numbers, dates, plurals }

    public init(_ language: Language) {
        self.language = language
        locale = language.locale
    }

    deinit {
        if open.contains(.numbers) { unsafe icu_numbers_close(numbers) }
        if open.contains(.dates) { unsafe icu_dates_close(dates) }
        if open.contains(.plurals) { unsafe icu_plurals_close(plurals) }
    }
}

extension LanguageFormats {
    /// The number with the language's digits and separators, at most three decimals.
    public func string(from number: Double) -> String {
        let numbers = unsafe numbers
        return unsafe icuString { unsafe icu_numbers_format(numbers, number, $0, $1, $2) }
    }

    /// The date in long form: `30 July 2026`, `30. júla 2026`; for `en-US` `July 30, 2026`.
    public func longDate(_ day: CalendarDay) -> String {
        let (dates, count) = unsafe (dates, Double(day.daysSince1970))
        return unsafe icuString { unsafe icu_dates_format(dates, count, $0, $1, $2) }
    }

    /// The plural category of a number.
    ///
    /// Source: CLDR plural rules.
    public func pluralCategory(for number: Double) -> PluralCategory {
        let plurals = unsafe plurals
        let name = unsafe icuString { unsafe icu_plurals_select(plurals, number, $0, $1, $2) }
        return PluralCategory(rawValue: name) ?? .other
    }
}

extension LanguageFormats {
    private func openNumbers() -> UnsafeMutableRawPointer {
        var status: Int32 = 0
        let opened = unsafe icu_numbers_open(locale, &status)
        checkICU(status)
        open.insert(.numbers)
        guard let opened = unsafe opened else { preconditionFailure("no number format") }
        return unsafe opened
    }

    private func openDates() -> UnsafeMutableRawPointer {
        var status: Int32 = 0
        let opened = unsafe icu_dates_open(
            language.localeOfSentences + "@calendar=gregorian", &status)
        checkICU(status)
        open.insert(.dates)
        guard let opened = unsafe opened else { preconditionFailure("no date format") }
        return unsafe opened
    }

    private func openPlurals() -> OpaquePointer {
        var status: Int32 = 0
        let opened = unsafe icu_plurals_open(locale, &status)
        checkICU(status)
        open.insert(.plurals)
        guard let opened = unsafe opened else { preconditionFailure("no plural rules") }
        return unsafe opened
    }
}

/// CLDR's six plural categories; each language uses some of them, all use `other`.
public enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
