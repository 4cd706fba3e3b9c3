import CBlueHeartICU

extension Language {
    /// The locale of dates and lists: English that names no region is international English, where
    /// ICU alone takes it for American.
    var localeOfSentences: String { locale == "en" ? "en_001" : locale }

    /// Words as alternatives of a sentence: `JPEG, PNG or WebP`, `JPEG、PNG或WebP`.
    ///
    /// - Parameter words: at most 16.
    /// - Source: CLDR, list patterns of type "or".
    public func alternatives(_ words: [String]) -> String {
        precondition(words.count <= 16, "\(words.count) alternatives in a sentence")
        let units = words.map { Array($0.utf16) }
        let (text, lengths) = (units.flatMap { $0 }, units.map { Int32($0.count) })
        return unsafe icuString {
            // SAFETY: `text` holds as many units as the lengths add up to; both outlive the call.
            unsafe icu_alternatives(
                localeOfSentences, text, lengths, Int32(words.count), $0, $1, $2)
        }
    }
}
