import CBlueHeartICU

/// A country with its name in one language.
public struct Country: Hashable, Sendable {
    /// Two capital letters of ISO 3166-1.
    public var code: String
    public var name: String
}

extension Language {
    /// All countries, sorted by their names in this language's collation order.
    ///
    /// - Cost: some milliseconds; cache the result.
    public func countries() -> [Country] {
        let all = countryCodes().compactMap { code in
            countryName(code).map { Country(code: code, name: $0) }
        }
        return sorted(all)
    }

    private func sorted(_ countries: [Country]) -> [Country] {
        var status: Int32 = 0
        guard let order = unsafe icu_order_open(locale, &status) else { return countries }
        // SAFETY: the collator lives until all comparisons are done.
        defer { unsafe icu_order_close(order) }
        return countries.sorted { one, other in
            let (first, second) = (Int32(one.name.utf8.count), Int32(other.name.utf8.count))
            return unsafe icu_order_compare(
                order, one.name, first, other.name, second, &status) < 0
        }
    }
}
