public import BlueHeartDrawing
public import BlueHeartGeometry
import BlueHeartLanguages
import Synchronization

/// The fonts of a catalogue, opened on first use and shared by all workers.
///
/// Its lock is held while a font is opened and while an outline is looked up; typesetters cache the
/// fonts they use.
@safe public final class FontLibrary: GlyphSource, @unchecked Sendable {
    // Sendable: all mutable state is in `cache`, read and written under `lock`.
    public let catalog: FontCatalog
    private let source: any FontFileSource
    private let lock = Mutex<Void>(())
    private let cache = Cache()

    /// Creates a library without opening files.
    public init(catalog: FontCatalog, source: any FontFileSource) {
        self.catalog = catalog
        self.source = source
    }

    /// Fonts, outlines and pictures loaded so far.
    private final class Cache {
        lazy var freeType = FreeType()
        var files: [String: FontBytes] = [:]
        var hyphenators: [String: Hyphenator] = [:]
        var fonts: [Int: Font] = [:]
        var outlines: [GlyphKey: Path] = [:]
        var colorGlyphs: [GlyphKey: ColorGlyph] = [:]
    }

    private struct GlyphKey: Hashable {
        var font: Int
        var glyph: UInt32
    }
}

// MARK: - Fonts

extension FontLibrary {
    /// The number of a face at a weight: the same in every run and for every worker.
    func id(ofFace face: Int, weight: Int) -> FontID {
        let description = catalog.faces[face]
        let set = description.hasWeightAxis ? description.clamped(weight) : 0
        return FontID(index: face * weightSteps + set)
    }

    /// Opens a font, or returns the open one.
    func font(_ id: FontID) throws(FontError) -> Font {
        let opened = lock.withLock { _ in
            Result { () throws(FontError) in try openFont(id) }
        }
        return try opened.get()
    }

    /// Must be called under the lock.
    private func openFont(_ id: FontID) throws(FontError) -> Font {
        if let open = cache.fonts[id.index] { return open }
        let description = catalog.faces[id.index / weightSteps]
        let set = id.index % weightSteps
        let font = try Font(
            description, id: id, weight: set == 0 ? description.weights.lowerBound : set,
            bytes: openFile(description.file), freeType: cache.freeType)
        cache.fonts[id.index] = font
        return font
    }

    private func openFile(_ file: String) throws(FontError) -> FontBytes {
        if let open = cache.files[file] { return open }
        let bytes = try source.bytes(of: file)
        cache.files[file] = bytes
        return bytes
    }

    /// Opens a dictionary, or returns the open one.
    func hyphenator(
        _ rule: HyphenationRule, for language: Language
    ) throws(FontError) -> Hyphenator {
        let opened = lock.withLock { _ in
            Result { () throws(FontError) in try openHyphenator(rule, for: language) }
        }
        return try opened.get()
    }

    /// Must be called under the lock.
    private func openHyphenator(
        _ rule: HyphenationRule, for language: Language
    ) throws(FontError) -> Hyphenator {
        if let open = cache.hyphenators[rule.file] { return open }
        let bytes = try source.bytes(of: rule.file)
        do throws(HyphenatorFault) {
            let hyphenator = try unsafe Hyphenator(dictionary: bytes.memory, language: language)
            cache.hyphenators[rule.file] = hyphenator
            return hyphenator
        } catch {
            let reason =
                switch error {
                case .unknownEncoding(let name): "the unknown encoding \"\(name)\" of a dictionary"
                }
            throw FontError(file: rule.file, reason: .damaged(reason))
        }
    }

    /// Letters of a text for which no face of a family has a glyph, each once, in their order.
    ///
    /// - Throws: faces that cannot be opened; a family that does not exist has all letters.
    public func lettersMissing(
        of text: String, inFamily name: String
    ) throws(FontError) -> [Unicode.Scalar] {
        guard let family = catalog.family(named: name) else { return [] }
        var fonts: [Font] = []
        for face in catalog.faces.indices where family.faces.contains(catalog.faces[face]) {
            fonts.append(
                try font(id(ofFace: face, weight: catalog.faces[face].weights.lowerBound)))
        }
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars
        where scalar.properties.isAlphabetic && !missing.contains(scalar) {
            if !fonts.contains(where: { $0.has(scalar.value) }) { missing.append(scalar) }
        }
        return missing
    }

    /// Description of a font, for lists and tests; nil for a number of another library.
    public func description(of id: FontID) -> FontDescription? {
        let face = id.index / weightSteps
        return catalog.faces.indices.contains(face) ? catalog.faces[face] : nil
    }

    /// The weight of a font.
    public func weight(of id: FontID) -> Int {
        let set = id.index % weightSteps
        return set == 0 ? catalog.faces[id.index / weightSteps].weights.lowerBound : set
    }
}

/// Weights are 1 to 1000; 0 means a face without a weight axis.
private let weightSteps = 1001

// MARK: - Glyphs

extension FontLibrary {
    public func outline(of glyph: UInt32, in font: FontID) -> Path {
        let key = GlyphKey(font: font.index, glyph: glyph)
        return lock.withLock { _ in
            if let known = cache.outlines[key] { return known }
            guard let open = cache.fonts[font.index] else {
                preconditionFailure("font \(font.index) was never typeset")
            }
            let outline = open.drawing.outline(of: glyph)
            if cache.outlines.count >= outlineLimit { cache.outlines.removeAll() }
            cache.outlines[key] = outline
            return outline
        }
    }

    public func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? {
        let key = GlyphKey(font: font.index, glyph: glyph)
        return lock.withLock { _ in
            if let known = cache.colorGlyphs[key] { return known }
            guard let open = cache.fonts[font.index] else {
                preconditionFailure("font \(font.index) was never typeset")
            }
            guard let picture = open.colorGlyph(glyph) else { return nil }
            if cache.colorGlyphs.count >= colorGlyphLimit { cache.colorGlyphs.removeAll() }
            cache.colorGlyphs[key] = picture
            return picture
        }
    }
}

/// Number of cached outlines, about 1 KiB each; when exceeded, the cache is emptied.
private let outlineLimit = 16_384
/// Number of cached pictures, about 70 KiB each.
private let colorGlyphLimit = 128
