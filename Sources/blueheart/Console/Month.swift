import Glibc

/// A month of a year, the precision of the networks' data.
struct Month {
    /// Months since January of the year 0.
    private let index: Int

    /// The current month, in UTC.
    static var current: Month {
        var seconds = time(nil)
        var parts = unsafe tm()
        // SAFETY: both are used by this call only; no pointer of tm is kept.
        _ = unsafe gmtime_r(&seconds, &parts)
        return unsafe Month(index: (Int(parts.tm_year) + 1_900) * 12 + Int(parts.tm_mon))
    }

    private init(index: Int) { self.index = index }

    /// Reads `2026-11`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        index = parts[0] * 12 + parts[1] - 1
    }

    /// `this month`, `1 month`, `14 months`.
    func age(since other: Month) -> String {
        switch index - other.index {
        case ...0: "this month"
        case 1: "1 month"
        case let months: "\(months) months"
        }
    }
}
