import BlueHeartDrawing

/// The available space of a paragraph and its fitting options; lengths in px.
struct TextBox {
    let paragraph: Paragraph
    let width: Double
    /// Infinite without a limit.
    let height: Double
    let sizes: FontSizes
    /// Distance of baselines in units of the font size: the paragraph's, or the minimum for a tall
    /// script.
    let lineHeight: Double

    init(_ paragraph: Paragraph, for text: PreparedText, width: Double, height: Double) {
        self.paragraph = paragraph
        lineHeight = max(paragraph.lineHeight, text.leastLineHeight)
        self.width = width
        self.height = height
        sizes = FontSizes(paragraph.fontSize)
    }

    /// Tolerance for sums of many advances: far below visibility.
    static let tolerance = 1e-6
}

/// The sizes a paragraph may have, from the smallest in steps of half a px.
struct FontSizes {
    let smallest: Double
    let largest: Double
    /// Index of the largest; it may be less than a step above its predecessor.
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
