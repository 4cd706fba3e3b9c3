import Drawing
import Geometry
import Typesetting

/// Where layout gets set text: a `Typesetter`, and in tests a font that can be computed by hand.
protocol TextLayoutProvider {
    /// The width of the longest part that cannot be broken, and the width without any breaks.
    ///
    /// Both in px at the largest font size.
    func widths(
        of paragraph: Paragraph
    ) throws(TypesettingError) -> (narrowest: Double, widest: Double)

    /// The text at the largest font size that fits; without a limit below where `height` is nil.
    func typeset(
        _ paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesetText

    /// How a text comes to be set as it is; nil where that cannot be told.
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
    /// What `trim` takes off at the top and at the bottom, in px.
    var trims: (top: Double, bottom: Double) {
        guard let first = lines.first, let last = lines.last else { return (0, 0) }
        return (first.baseline - capHeight, size.height - last.baseline)
    }
}
