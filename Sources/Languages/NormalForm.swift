import CBlueHeartICU

/// A Unicode normalization form.
public enum NormalForm: Hashable, Sendable {
    /// Letter and mark as one scalar if it exists (NFC).
    case composed
    /// Letter and mark as separate scalars (NFD).
    case decomposed
    /// Decomposed, with styled and enclosed letters as plain ones (NFKD).
    case compatible
}

/// The text in a normalization form.
///
/// Source: Unicode Standard Annex 15.
public func normalized(_ text: [UInt16], to form: NormalForm) -> [UInt16] {
    unsafe icuUnits { out, capacity, status in
        // SAFETY: `out` has `capacity` units, `text` has `text.count`.
        unsafe icu_normalize(form.icuForm, text, Int32(text.count), out, capacity, status)
    }
}

extension NormalForm {
    fileprivate var icuForm: ICUNormalForm {
        switch self {
        case .composed: ICU_COMPOSED
        case .decomposed: ICU_DECOMPOSED
        case .compatible: ICU_COMPATIBLE
        }
    }
}
