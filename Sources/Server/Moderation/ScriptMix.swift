import Languages

/// Whether each word of a text is written in one script, as people write: a Latin word with a
/// Cyrillic letter in it is made to look like another.
///
/// Han, kana, Bopomofo and Hangul are written together.
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
        let name = eastAsian.contains(own.name) ? "East" : own.name
        if let script, script != name { return true }
        script = name
    }
    return false
}

private let eastAsian: Set<String> = ["Hani", "Hira", "Kana", "Bopo", "Hang"]
