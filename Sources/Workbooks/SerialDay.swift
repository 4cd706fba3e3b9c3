/// A moment as a spreadsheet counts it: days since its day 0, with the time as a fraction.
struct SerialDay {
    private let days: Int
    private let seconds: Int
    private let wholeDays: Int

    /// nil before day 0 and after the year 9999.
    init?(_ number: Double, startsIn1904: Bool) {
        guard number >= 0, number < 2_958_466 else { return nil }
        let all = Int((number * 86_400).rounded())
        wholeDays = all / 86_400
        seconds = all % 86_400
        // 1900-01-01 is day 1, and day 60 is a 29 February that 1900 did not have.
        days = startsIn1904 ? wholeDays - 24_107 : wholeDays - 25_569 + (wholeDays < 60 ? 1 : 0)
    }

    /// `2026-07-30`.
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    var day: String {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let dayOfMonth = dayOfYear - (153 * part + 2) / 5 + 1
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    }

    /// `18:00`, or `18:00:30`.
    var clock: String { clock(hours: seconds / 3_600) }

    /// As `clock`, with more than 24 hours for more than a day.
    var elapsed: String { clock(hours: seconds / 3_600 + wholeDays * 24) }

    private func clock(hours: Int) -> String {
        let text = "\(padded(hours, 2)):\(padded(seconds % 3_600 / 60, 2))"
        return seconds % 60 == 0 ? text : text + ":" + padded(seconds % 60, 2)
    }
}

private func padded(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
