import CBlueHeartICU

/// A letter case.
public enum LetterCase: Hashable, Sendable {
    case upper, lower
    /// The first letter of each word upper, the others lower.
    case title
}

extension Language {
    /// The text in another letter case, by the rules of this language.
    ///
    /// Turkish distinguishes dotted and dotless i, Greek capitals lose their accents, Dutch
    /// capitalises IJ. The length may change: `ß` becomes `SS`.
    public func changingCase(of text: String, to letterCase: LetterCase) -> String {
        let units = Array(text.utf16)
        let locale = locale
        return unsafe icuString { out, capacity, status in
            let length = Int32(units.count)
            // SAFETY: `out` has `capacity` units, `units` has `length`.
            return switch letterCase {
            case .upper: unsafe icu_upper(out, capacity, units, length, locale, status)
            case .lower: unsafe icu_lower(out, capacity, units, length, locale, status)
            case .title: unsafe icu_title(out, capacity, units, length, locale, status)
            }
        }
    }
}

/// The case-folded text: `ß` and `SS` become `ss`.
///
/// Source: Unicode Standard, section 3.13, full case folding for all languages except Turkish.
public func caseFolded(_ text: [UInt16]) -> [UInt16] {
    unsafe icuUnits { out, capacity, status in
        // SAFETY: `out` has `capacity` units, `text` has `text.count`.
        unsafe icu_fold(out, capacity, text, Int32(text.count), status)
    }
}
