import Drawing

/// The room a paragraph has and how it is to fill it; lengths in px.
struct TextBox {
    let paragraph: Paragraph
    let width: Double
    /// Infinite where nothing limits it.
    let height: Double
    let sizes: FontSizes
    /// Distance of baselines in units of the font size: the paragraph's, or what a tall script
    /// needs so that its lines do not collide.
    let lineHeight: Double

    init(_ paragraph: Paragraph, for text: PreparedText, width: Double, height: Double) {
        self.paragraph = paragraph
        lineHeight = max(paragraph.lineHeight, text.leastLineHeight)
        self.width = width
        self.height = height
        sizes = FontSizes(paragraph.fontSize)
    }

    /// Slack for sums of many advances: far below what can be seen.
    static let tolerance = 1e-6
}

/// The sizes a paragraph may have, from the smallest on in steps of half a px.
struct FontSizes {
    let smallest: Double
    let largest: Double
    /// Number of the largest; it may be less than a step above the one before.
    let last: Int

    init(_ range: ClosedRange<Double>) {
        smallest = range.lowerBound
        largest = range.upperBound
        last = Int(((largest - smallest) * 2).rounded(.up))
    }

    subscript(step: Int) -> Double {
        step >= last ? largest : smallest + Double(step) / 2
    }
}
