import BlueHeartDiagnostics
import BlueHeartLanguages

/// Finds a kit's languages by tags and names as people write them: `EN`, `en_GB`, `English`.
struct LanguageChoice {
    private let tags: [String]
    /// Tags by folded names, in English and in the kit's own languages.
    private let names: [String: String]

    /// - Parameter tags: of the kit's languages.
    /// - Cost: a name in each language for each language; keep the value.
    init(tags: [String]) {
        self.tags = tags
        var names: [String: String] = [:]
        let shown = Set(tags + ["en"]).compactMap(language)
        for tag in tags {
            guard let own = language(tag) else { continue }
            let isAlone = tags.count { primary($0) == primary(tag) } == 1
            let whole = isAlone ? language(primary(tag)) : nil
            for display in shown {
                for known in [own, whole].compactMap({ $0 }) {
                    names[folded(known.name(in: display))] = tag
                }
            }
        }
        self.names = names
    }

    /// The kit's tag for a language; nil if the kit has none, or several.
    ///
    /// A region is ignored, a script is not: `en-GB` is `en`, but `zh-TW` is not `zh-Hans`.
    func tag(for written: String) -> String? {
        if let same = tags.first(where: { isSameName($0, written) }) { return same }
        if let named = names[folded(written)] { return named }
        guard let found = language(canonical(written)) else { return nil }
        if let same = tags.first(where: { isSameName($0, found.tag) }) { return same }
        let near = tags.filter { tag in
            primary(tag) == found.primaryTag
                && language(tag)?.likelyScript == found.likelyScript
        }
        return near.first { isSameName($0, found.primaryTag) }
            ?? (near.count == 1 ? near[0] : nil)
    }

    /// A cure for a language that the kit does not have.
    func hint(for written: String) -> String? {
        let own = primary(canonical(written))
        if let near = tags.first(where: { primary($0) == own }) { return didYouMean(nearest: near) }
        if let code = countries[own], let near = tags.first(where: { primary($0) == code }) {
            return didYouMean(nearest: near)
        }
        // Of two letters every tag is near another.
        if written.utf8.count > 2, let near = nearestName(to: written, in: tags) {
            return didYouMean(nearest: near)
        }
        if written.utf8.count > 3,
            let name = nearestName(to: folded(written), in: names.keys.sorted()),
            let tag = names[name]
        {
            return didYouMean(nearest: tag)
        }
        guard !tags.isEmpty else { return nil }
        return "choose one of \(tags.joined(separator: ", "))"
    }
}

/// Languages by the country codes that are written in their place.
private let countries = [
    "cn": "zh", "cz": "cs", "gr": "el", "ua": "uk", "gb": "en", "us": "en", "jp": "ja",
    "kr": "ko", "dk": "da", "se": "sv", "at": "de", "br": "pt", "mx": "es",
    "si": "sl", "ee": "et", "rs": "sr", "ir": "fa", "il": "he", "vn": "vi", "ge": "ka",
    "al": "sq", "by": "be", "eg": "ar",
]

/// nil for a tag that is not BCP 47, or of no known language.
private func language(_ tag: String) -> Language? {
    do throws(LanguageFault) {
        return try Language(tag: tag)
    } catch {
        guard case .notCanonical(let canonical) = error.reason, canonical != tag else { return nil }
        return language(canonical)
    }
}

private func primary(_ tag: String) -> String { String(tag.prefix { $0 != "-" }).lowercased() }

/// A tag with the capitals of BCP 47: `zh-Hans`, `en-GB`.
private func canonical(_ written: String) -> String {
    let parts = written.split { $0 == "-" || $0 == "_" || $0 == " " }
    return parts.enumerated().map { index, part in
        let lower = part.lowercased()
        if index == 0 { return lower }
        if part.utf8.count == 4 { return lower.prefix(1).uppercased() + lower.dropFirst() }
        return part.utf8.count == 2 ? lower.uppercased() : lower
    }.joined(separator: "-")
}

/// The words of a name in lower case and sorted, so that "Simplified Chinese" is "Chinese
/// (Simplified)".
private func folded(_ name: String) -> String {
    let text = String(
        decoding: normalized(Array(name.utf16), to: .composed), as: UTF16.self
    ).lowercased()
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic && !isMark($0) }
    return words.map { String($0) }.filter { $0 != "han" && $0 != "script" }.sorted()
        .joined(separator: " ")
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
}
