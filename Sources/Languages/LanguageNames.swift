import CBlueHeartICU

extension Language {
    /// The language's own name for itself: `slovenčina`, `العربية`.
    public var nativeName: String { name(in: self) }

    /// The language's name in another language: `Slovak` for `sk` in `en`.
    public func name(in other: Language) -> String {
        let (locale, display) = (locale, other.locale)
        return unsafe icuString { unsafe icu_language_name(locale, display, $0, $1, $2) }
    }

    /// The name of a country by its two capital letters; nil for an unknown country, or if CLDR has
    /// no names in this language.
    public func countryName(_ code: String) -> String? {
        guard isCountry(code) else { return nil }
        if let name = renamedCountries[code]?[primaryTag] { return name }
        let (country, display) = ("und_" + code, locale)
        var isKnown = true
        let name = unsafe icuString { out, capacity, status in
            let length = unsafe icu_country_name(country, display, out, capacity, status)
            isKnown = unsafe status.pointee != Int32(ICU_USING_DEFAULT)
            return length
        }
        return isKnown ? name : nil
    }
}

/// The two capital letters of every country, in ICU's order.
///
/// Source: ISO 3166-1.
public func countryCodes() -> [String] {
    var codes: [String] = []
    // SAFETY: ICU's list is static and ends with a null pointer.
    guard var next = unsafe icu_countries() else { return [] }
    while let code = unsafe next.pointee {
        codes.append(unsafe String(cString: code))
        unsafe next += 1
    }
    return codes
}

public func isCountry(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 2, bytes.allSatisfy({ (65...90).contains($0) }) else { return false }
    // SAFETY: as in countryCodes; each code is at least two letters and a zero.
    guard var next = unsafe icu_countries() else { return false }
    while let known = unsafe next.pointee {
        let (first, second) = unsafe (UInt8(bitPattern: known[0]), UInt8(bitPattern: known[1]))
        if first == bytes[0], second == bytes[1] { return true }
        unsafe next += 1
    }
    return false
}

/// Names that are newer than those of ICU 72, by country and language.
///
/// Source: United Nations Terminology Database, short names: Türkiye since 2022-06-01 (CLDR 43 for
/// English), Cabo Verde since 2013-10-24.
private let renamedCountries: [String: [String: String]] = [
    "TR": ["en": "Türkiye", "fr": "Türkiye", "es": "Türkiye"],
    "CV": ["en": "Cabo Verde", "fr": "Cabo Verde"],
]
