import ArgumentParser
import Glibc

/// Validity of a signed address: `90s`, `30m`, `12h`, `7d`.
struct AddressSpan: ExpressibleByArgument, Hashable {
    let seconds: Int

    static let standard = AddressSpan(seconds: 30 * 86_400)
    /// Ten years: an address with a longer validity needs no signature.
    private static let limit = 3_650 * 86_400

    private init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = argument.last.flatMap({ units[$0] }),
            let count = wholeNumber(argument.dropLast()), (1...Self.limit).contains(count),
            count * unit <= Self.limit
        else { return nil }
        seconds = count * unit
    }
}

/// Expiry of a signed address, in seconds since 1970, UTC.
struct AddressExpiry: ExpressibleByArgument, Hashable {
    let seconds: Int

    /// Reads an expiry.
    ///
    /// - Parameter argument: `2026-12-10`, meaning its end, or seconds.
    init?(argument: String) {
        if let number = wholeNumber(argument[...]) {
            seconds = number
            return
        }
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = wholeNumber(parts[0]),
            let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2])
        else { return nil }
        guard let start = startOfDay(year: year, month: month, day: day) else { return nil }
        seconds = start + 86_400
    }
}

/// Seconds since 1970, UTC; nil for a day that does not exist.
private func startOfDay(year: Int, month: Int, day: Int) -> Int? {
    var date = unsafe tm()
    unsafe date.tm_year = Int32(year - 1_900)
    unsafe date.tm_mon = Int32(month - 1)
    unsafe date.tm_mday = Int32(day)
    // SAFETY: timegm reads and normalises the structure, which outlives the call.
    let seconds = unsafe timegm(&date)
    // The 31st of June is returned as the 1st of July.
    let isSame = unsafe date.tm_mon == Int32(month - 1) && date.tm_mday == Int32(day)
    return isSame ? seconds : nil
}

/// A number of at most twelve digits.
private func wholeNumber(_ text: Substring) -> Int? {
    let isPlain =
        (1...12).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    return isPlain ? Int(text) : nil
}
