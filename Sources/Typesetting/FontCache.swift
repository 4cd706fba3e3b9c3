import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartLanguages

/// Per-worker cache of fonts, which avoids the shared library's lock.
final class FontCache {
    let library: FontLibrary
    private var fonts: [Int: Font] = [:]
    private var chains: [ChainKey: FontChain] = [:]
    private var languageKeys: [String: [String]] = [:]
    /// Hyphenators by language; nil for a language without a dictionary.
    private var hyphenators: [String: Hyphenator?] = [:]

    private struct ChainKey: Hashable {
        var families: [String]
        var weight: Int
        var isItalic: Bool
    }

    init(library: FontLibrary) {
        self.library = library
    }

    /// The faces of some families nearest to a style, in their order.
    func chain(
        _ families: [String], for style: ShapingStyle
    ) throws(TypesettingError) -> FontChain {
        let key = ChainKey(families: families, weight: style.weight, isItalic: style.isItalic)
        if let known = chains[key] { return known }
        var ids: [FontID] = []
        for name in families { ids.append(try nearestFace(of: name, to: style)) }
        let chain = FontChain(ids: ids, cache: self)
        chains[key] = chain
        return chain
    }

    /// The catalogue's possible tags for a language: `zh-CN`, `zh-Hans`, `zh`.
    func keys(of language: Language) -> [String] {
        if let known = languageKeys[language.tag] { return known }
        let keys = [
            language.tag, "\(language.primaryTag)-\(language.likelyScript)", language.primaryTag,
        ]
        languageKeys[language.tag] = keys
        return keys
    }

    /// The hyphenator of a language; nil if the catalogue has no dictionary for it.
    func hyphenator(for language: Language) throws(TypesettingError) -> Hyphenator? {
        if let known = hyphenators[language.tag] { return known }
        let hyphenator = try openHyphenator(for: language)
        hyphenators[language.tag] = .some(hyphenator)
        return hyphenator
    }

    private func openHyphenator(for language: Language) throws(TypesettingError) -> Hyphenator? {
        for key in keys(of: language) {
            let rules = library.catalog.hyphenation
            guard let rule = rules.first(where: { $0.languages.contains(key) }) else { continue }
            do throws(FontError) {
                return try library.hyphenator(rule, for: language)
            } catch {
                throw .font(error)
            }
        }
        return nil
    }

    private func nearestFace(
        of name: String, to style: ShapingStyle
    ) throws(TypesettingError) -> FontID {
        let catalog = library.catalog
        guard let family = catalog.family(named: name) else {
            let names = catalog.families.map(\.name)
            throw .unknownFamily(name: name, nearest: nearestName(to: name, in: names))
        }
        let face = family.faces[family.nearestFace(weight: style.weight, isItalic: style.isItalic)]
        guard let index = catalog.faces.firstIndex(of: face) else {
            preconditionFailure("the face \(face) is not in the catalogue")
        }
        return library.id(ofFace: index, weight: style.weight)
    }

    func font(_ id: FontID) throws(TypesettingError) -> Font {
        if let known = fonts[id.index] { return known }
        do throws(FontError) {
            let font = try library.font(id)
            fonts[id.index] = font
            return font
        } catch {
            throw .font(error)
        }
    }
}

/// Fonts to try in order, each opened when it is reached.
final class FontChain {
    let ids: [FontID]
    private unowned let cache: FontCache
    private var opened: [Font] = []

    init(ids: [FontID], cache: FontCache) {
        self.ids = ids
        self.cache = cache
    }

    /// The first font that satisfies `condition`.
    func first(
        where condition: (Font) -> Bool
    ) throws(TypesettingError) -> Font? {
        for index in ids.indices {
            if index == opened.count { opened.append(try cache.font(ids[index])) }
            if condition(opened[index]) { return opened[index] }
        }
        return nil
    }
}
