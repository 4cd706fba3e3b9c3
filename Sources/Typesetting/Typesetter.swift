public import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

/// Lays out paragraphs in lines; owned by one worker at a time.
///
/// Keeps the iterators and buffers of its libraries, and caches shaped paragraphs: the same text at
/// another width or size is not shaped again.
public final class Typesetter {
    let fontCache: FontCache
    let shaper = Shaper()
    let analyzer = TextAnalyzer()
    private var cache = PreparedTextCache()

    public init(fonts: FontLibrary) {
        fontCache = FontCache(library: fonts)
    }

    /// Lays out a paragraph in a box, at the largest size of its range that fits.
    ///
    /// The distance of baselines is the paragraph's line height, or more if letters of a tall
    /// script (Nastaliq, Burmese, Tibetan) would otherwise collide with the line above. Sizes are
    /// tried in steps of 0.5 px above the smallest. At the smallest size the paragraph's overflow
    /// mode applies: an error, an ellipsis, or lines that extend out of the box.
    ///
    /// - Parameters:
    ///   - width: in px, at least 0; infinite for no limit.
    ///   - height: in px; nil if only the width and the number of lines limit the text.
    public func typeset(
        _ paragraph: Paragraph, width: Double, height: Double? = nil
    ) throws(TypesettingError) -> TypesetText {
        let prepared = try prepare(paragraph)
        let box = TextBox(paragraph, for: prepared, width: width, height: height ?? .infinity)
        let breaker = LineBreaker(prepared, measure: LineMeasure(prepared, self))
        let fitted = try breaker.fit(box)
        return LineLayout(prepared, box: box, measure: breaker.measure).set(fitted)
    }

    /// The width of the longest unbreakable part, and of the longest line without breaks, in px at
    /// the largest size.
    public func widths(
        of paragraph: Paragraph
    ) throws(TypesettingError) -> (narrowest: Double, widest: Double) {
        let prepared = try prepare(paragraph)
        let box = TextBox(paragraph, for: prepared, width: .infinity, height: .infinity)
        let breaker = LineBreaker(prepared, measure: LineMeasure(prepared, self))
        let widest = breaker.widestLine()
        let narrowest = paragraph.wrapping == .none ? widest : breaker.widestSegment()
        return (narrowest * box.sizes.largest, widest * box.sizes.largest)
    }

    func prepare(_ paragraph: Paragraph) throws(TypesettingError) -> PreparedText {
        let source = StyledText(paragraph)
        if let known = cache[source] { return known }
        let prepared = try PreparedText(source, typesetter: self)
        cache[source] = prepared
        return prepared
    }
}
