import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartTypesetting

/// Provides laid-out text to layout: a `Typesetter`, or in tests a font with computable metrics.
protocol TextLayoutProvider {
    /// The width of the longest unbreakable part, and the width without any breaks.
    ///
    /// Both in px at the largest font size.
    func widths(
        of paragraph: Paragraph
    ) throws(TypesettingError) -> (narrowest: Double, widest: Double)

    /// The text at the largest font size that fits; nil for `height` means unlimited.
    func typeset(
        _ paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesetText

    /// The decisions for a text; nil if they are not available.
    func trace(
        of paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesettingTrace?
}

extension TextLayoutProvider {
    func trace(
        of paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesettingTrace? { nil }
}

extension Typesetter: TextLayoutProvider {
    func trace(
        of paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesettingTrace? {
        try trace(paragraph, width: width, height: height)
    }
}

extension TypesetText {
    /// The height that `trim` removes at the top and at the bottom, in px.
    var trims: (top: Double, bottom: Double) {
        guard let first = lines.first, let last = lines.last else { return (0, 0) }
        return (first.baseline - capHeight, size.height - last.baseline)
    }
}
