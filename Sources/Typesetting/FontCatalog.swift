/// The available fonts and the fallback rules by script; opens no files.
public struct FontCatalog: Sendable {
    public var families: [FontFamily]
    /// Rules tried in order for characters missing in the families of a style.
    public var fallback: [FallbackRule]
    public var hyphenation: [HyphenationRule]
    /// All faces of all families in order; a font's number is based on its index here.
    public let faces: [FontDescription]
    private let familyIndex: [String: Int]

    public init(
        families: [FontFamily], fallback: [FallbackRule], hyphenation: [HyphenationRule] = []
    ) {
        self.families = families
        self.fallback = fallback
        self.hyphenation = hyphenation
        faces = families.flatMap(\.faces)
        familyIndex = Dictionary(
            families.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every file of a face or a dictionary once, sorted.
    public var files: [String] {
        Set(faces.map(\.file) + hyphenation.map(\.file)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    public func family(named name: String) -> FontFamily? {
        familyIndex[name].map { families[$0] }
    }
}

public struct FontFamily: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case text
        /// Colour pictures; no text takes its spaces or digits from it.
        case emoji
    }

    public var name: String
    public var kind: Kind
    /// The faces, at least one.
    public var faces: [FontDescription]

    public init(name: String, kind: Kind = .text, faces: [FontDescription]) {
        self.name = name
        self.kind = kind
        self.faces = faces
    }
}

/// One face of the catalogue.
public struct FontDescription: Hashable, Sendable {
    public var family: String
    public var file: String
    /// Index of the face in a collection; 0 in a file of one.
    public var index: Int
    /// One weight, or the range of the weight axis; 1 to 1000.
    public var weights: ClosedRange<Int>
    public var isItalic: Bool
    /// Further axes by tag: `slnt` at -10.
    public var axes: [String: Double]
    public var kind: FontFamily.Kind

    public init(
        family: String, file: String, index: Int = 0, weights: ClosedRange<Int>,
        isItalic: Bool = false, axes: [String: Double] = [:], kind: FontFamily.Kind = .text
    ) {
        self.family = family
        self.file = file
        self.index = index
        self.weights = weights
        self.isItalic = isItalic
        self.axes = axes
        self.kind = kind
    }

    /// True if the font has a weight axis.
    public var hasWeightAxis: Bool { weights.lowerBound != weights.upperBound }
}

/// Fallback families for a script, in some or in all languages.
public struct FallbackRule: Hashable, Sendable {
    /// Script codes of four letters; nil for every script.
    public var scripts: Set<String>?
    /// Language tags, such as `zh-Hant` or `ur`; nil for every language.
    public var languages: Set<String>?
    public var families: [String]

    public init(scripts: Set<String>?, languages: Set<String>?, families: [String]) {
        self.scripts = scripts
        self.languages = languages
        self.families = families
    }
}

/// A hyphenation dictionary for some languages.
public struct HyphenationRule: Hashable, Sendable {
    /// Language tags.
    public var languages: Set<String>
    public var file: String

    public init(languages: Set<String>, file: String) {
        self.languages = languages
        self.file = file
    }
}

extension FontFamily {
    /// The face with the nearest weight and slope.
    ///
    /// Source: W3C CSS Fonts Level 4, font matching: slope first; then for 400 to 500 the weights
    /// up to 500, those below, those above; for less the lighter ones first, for more the bolder.
    func nearestFace(weight: Int, isItalic: Bool) -> Int {
        let sloped = faces.indices.filter { faces[$0].isItalic == isItalic }
        let candidates = sloped.isEmpty ? Array(faces.indices) : sloped
        func rank(_ index: Int) -> (Int, Int) {
            let nearest = faces[index].clamped(weight)
            let distance = abs(nearest - weight)
            if distance == 0 { return (0, 0) }
            if (400...500).contains(weight), (weight...500).contains(nearest) {
                return (1, distance)
            }
            let prefersLighter = weight <= 500
            return ((nearest < weight) == prefersLighter ? 2 : 3, distance)
        }
        return candidates.min { rank($0) < rank($1) } ?? 0
    }
}

extension FontDescription {
    func clamped(_ weight: Int) -> Int {
        min(max(weight, weights.lowerBound), weights.upperBound)
    }
}
