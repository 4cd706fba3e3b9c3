import BlueHeartLanguages

/// Selects a font for every character of a text.
///
/// Letters select first: the families of their style in order, then the fallback chains for script
/// and language. Characters without a script follow their neighbours, so that a space does not
/// split an Arabic sentence into one run per word.
struct FontSelector {
    private let source: StyledText
    private let fonts: FontCache
    /// The families of each style.
    private let primary: [FontChain]
    private var clusters: [Choice] = []
    /// Number of letters of each font, by the span's style.
    private var tallies: [[(font: Font, count: Int)]]

    struct Choice {
        var range: Range<Int>
        var script: Script
        var style: Int
        var font: Font?
    }

    init(_ source: StyledText, fonts: FontCache) throws(TypesettingError) {
        self.source = source
        self.fonts = fonts
        var primary: [FontChain] = []
        for style in source.styles {
            primary.append(try fonts.chain(style.families, for: style))
        }
        self.primary = primary
        tallies = Array(repeating: [], count: source.styles.count)
    }
}

extension FontSelector {
    /// Selects the fonts.
    ///
    /// - Parameter boundaries: starts of grapheme clusters, and the end of the text.
    mutating func choose(
        boundaries: [Int], scripts: [ScriptRun]
    ) throws(TypesettingError) -> [Choice] {
        var (scriptIndex, span) = (0, 0)
        clusters.reserveCapacity(boundaries.count)
        for (start, end) in zip(boundaries, boundaries.dropFirst()) {
            while scripts[scriptIndex].range.upperBound <= start { scriptIndex += 1 }
            span = source.span(at: start, from: span)
            var choice = Choice(
                range: start..<end, script: scripts[scriptIndex].script,
                style: source.styleOfSpan[span])
            choice.font = try fontOfLetter(choice)
            clusters.append(choice)
        }
        try settleFollowers()
        return clusters
    }

    /// The font of a letter; nil for a character that follows its neighbours.
    private mutating func fontOfLetter(_ choice: Choice) throws(TypesettingError) -> Font? {
        let unit = source.text[choice.range.lowerBound]
        if choice.range.count == 1, unit < 0x80 {
            guard isASCIILetter(unit) else { return nil }
            if let first = try primary[choice.style].first(where: { $0.has(UInt32(unit)) }) {
                tally(first, style: choice.style)
                return first
            }
        }
        let cluster = TextCluster(choice.range, of: source.text)
        let isEmoji = cluster.isEmoji
        guard isEmoji || !cluster.followsNeighbours else { return nil }
        let font = try anyFont(cluster, choice, prefersEmoji: isEmoji)
        if !font.isEmoji { tally(font, style: choice.style) }
        return font
    }

    private mutating func tally(_ font: Font, style: Int) {
        if let place = tallies[style].firstIndex(where: { $0.font === font }) {
            tallies[style][place].count += 1
        } else {
            tallies[style].append((font, 1))
        }
    }
}

// MARK: - Chains

extension FontSelector {
    /// The first font of all families that has the character.
    private func anyFont(
        _ cluster: TextCluster, _ choice: Choice, prefersEmoji: Bool
    ) throws(TypesettingError) -> Font {
        var tried: [String] = []
        for families in candidateFamilies(choice, prefersEmoji: prefersEmoji) {
            let chain = try fonts.chain(families, for: source.styles[choice.style])
            if let font = try chain.first(where: { cluster.isDrawn(by: $0) }) { return font }
            for name in families where !tried.contains(name) { tried.append(name) }
        }
        throw source.missingGlyph(choice.range, tried: tried)
    }

    private func candidateFamilies(_ choice: Choice, prefersEmoji: Bool) -> [[String]] {
        let catalog = fonts.library.catalog
        let script = choice.script.name
        let languageKeys = fonts.keys(of: source.language)
        var families = [source.styles[choice.style].families]
        if prefersEmoji {
            families.insert(catalog.families.filter { $0.kind == .emoji }.map(\.name), at: 0)
        }
        for rule in catalog.fallback {
            if let scripts = rule.scripts, !scripts.contains(script) { continue }
            if let languages = rule.languages,
                !languageKeys.contains(where: { languages.contains($0) })
            {
                continue
            }
            families.append(rule.families)
        }
        return families
    }
}

// MARK: - Followers

extension FontSelector {
    /// Assigns to spaces, digits and punctuation the font of the letters around them.
    private mutating func settleFollowers() throws(TypesettingError) {
        var index = 0
        while index < clusters.count {
            guard clusters[index].font == nil else {
                index += 1
                continue
            }
            let end = clusters[index...].firstIndex { $0.font != nil } ?? clusters.count
            let before = index > 0 ? clusters[index - 1] : nil
            let after = end < clusters.count ? clusters[end] : nil
            for follower in index..<end where !isUndrawn(clusters[follower]) {
                clusters[follower].font = try font(
                    ofFollower: clusters[follower], before: before, after: after)
            }
            index = end
        }
    }

    /// True for an invisible character: a line ending.
    private func isUndrawn(_ choice: Choice) -> Bool {
        endsLine(source.text[choice.range.lowerBound])
    }

    /// The font of a follower.
    ///
    /// If both neighbours differ, the one used by most letters; otherwise
    /// the preceding one; last the fonts of the style.
    private func font(
        ofFollower choice: Choice, before: Choice?, after: Choice?
    ) throws(TypesettingError) -> Font {
        let style = choice.style
        let left = before.flatMap { $0.style == style && $0.font?.isEmoji == false ? $0.font : nil }
        let right = after.flatMap { $0.style == style && $0.font?.isEmoji == false ? $0.font : nil }
        let main = mainFont(ofStyle: style)
        let agreed = right === main ? right ?? left : left
        let unit = source.text[choice.range.lowerBound]
        if choice.range.count == 1, unit < 0x80, let agreed, agreed.has(UInt32(unit)) {
            return agreed
        }
        let cluster = TextCluster(choice.range, of: source.text)
        for font in [agreed, left, right, main] {
            if let font, cluster.isDrawn(by: font) { return font }
        }
        return try anyFont(cluster, choice, prefersEmoji: false)
    }

    private func mainFont(ofStyle style: Int) -> Font? {
        var main: (font: Font, count: Int)?
        for entry in tallies[style] where entry.count > main?.count ?? 0 { main = entry }
        return main?.font
    }
}

private func isASCIILetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
}
