import CICU

/// A way to write letters.
public enum LetterCase: Hashable, Sendable {
    case upper, lower
    /// The first letter of each word upper, the others lower.
    case title
}

extension Language {
    /// The text with its letters in another case, as this language writes them.
    ///
    /// Turkish keeps its dotted and dotless i apart, Greek capitals lose their accents, Dutch
    /// writes IJ. The length may change: `ß` becomes `SS`.
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

/// The text with letters that differ in nothing but their case made one: `ß` and `SS` become `ss`.
///
/// Source: Unicode Standard, section 3.13, full case folding of any language but Turkish.
public func caseFolded(_ text: [UInt16]) -> [UInt16] {
    unsafe icuUnits { out, capacity, status in
        // SAFETY: `out` has `capacity` units, `text` has `text.count`.
        unsafe icu_fold(out, capacity, text, Int32(text.count), status)
    }
}

/// A way to write letters with marks.
public enum NormalForm: Hashable, Sendable {
    /// One scalar for letter and mark where there is one (NFC).
    case composed
    /// Letter and marks apart (NFD).
    case decomposed
}

/// The text in a normal form.
///
/// Source: Unicode Standard Annex 15.
public func normalized(_ text: [UInt16], to form: NormalForm) -> [UInt16] {
    unsafe icuUnits { out, capacity, status in
        // SAFETY: `out` has `capacity` units, `text` has `text.count`.
        unsafe icu_normalize(
            form == .composed, text, Int32(text.count), out, capacity, status)
    }
}
