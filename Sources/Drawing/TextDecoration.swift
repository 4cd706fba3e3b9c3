/// A line along text, below or through it; lengths in em of the text.
public struct TextRule: Hashable, Sendable {
    /// nil: the text's paint.
    public var color: Color?
    /// nil: the font's thickness.
    public var thickness: Double?
    /// Distance from the baseline down to the line's upper edge; nil: the font's value.
    public var offset: Double?
    /// Treatment of places where glyphs cross the line.
    public var crossing: Crossing

    public enum Crossing: Hashable, Sendable { case leavesInkOut, goesThrough }

    public init(
        color: Color? = nil, thickness: Double? = nil, offset: Double? = nil, crossing: Crossing
    ) {
        self.color = color
        self.thickness = thickness
        self.offset = offset
        self.crossing = crossing
    }
}

/// A box behind text, on each line separately; lengths in em of the text.
public struct TextHighlight: Hashable, Sendable {
    public var color: Color
    /// Extent beyond the text at both ends of the line; vertically beyond ascender and descender.
    public var horizontalPadding: Double
    public var verticalPadding: Double
    public var cornerRadius: Double

    public init(
        color: Color, horizontalPadding: Double, verticalPadding: Double, cornerRadius: Double
    ) {
        self.color = color
        self.horizontalPadding = horizontalPadding
        self.verticalPadding = verticalPadding
        self.cornerRadius = cornerRadius
    }
}
