import BlueHeartLanguages

/// True if a word of the text has letters of several scripts, such as a Latin word with a Cyrillic
/// letter, which imitates another word.
///
/// Han, kana, Bopomofo and Hangul count as one script. Letters of other scripts that are typed for
/// a Latin letter outside ASCII count as Latin: "Akyerεko" with a Greek epsilon.
///
/// - Cost: linear.
func mixesScripts(_ text: String) -> Bool {
    var script: String?
    for scalar in text.unicodeScalars {
        guard scalar.properties.isAlphabetic else {
            // Marks belong to the word; everything else ends it.
            let category = scalar.properties.generalCategory
            if category != .nonspacingMark && category != .spacingMark { script = nil }
            continue
        }
        let own = Script(of: scalar.value)
        guard own != .common, own != .inherited else { continue }
        let isLatin = script == "Latn" && typedForLatin.contains(scalar)
        let name = eastAsian.contains(own.name) ? "East" : isLatin ? "Latn" : own.name
        if let script, script != name { return true }
        script = name
    }
    return false
}

private let eastAsian: Set<String> = ["Hani", "Hira", "Kana", "Bopo", "Hang"]

/// Greek and Cyrillic letters in place of ɛ, ɣ, ə, ɵ, which many keyboards lack.
///
/// Source: African reference alphabet (1982); Azerbaijani and Tatar Latin alphabets.
private let typedForLatin: Set<Unicode.Scalar> = ["ε", "γ", "ә", "ө"]
