/// A line along words, below or through them; lengths in em of the words.
public struct TextRule: Hashable, Sendable {
    /// nil: as the words are painted.
    public var color: Color?
    /// nil: as their font says.
    public var thickness: Double?
    /// From the baseline down to the line's upper edge; nil: as their font says.
    public var offset: Double?
    /// Whether it leaves out the places where letters cross it.
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

/// A box behind words, on each line by itself; lengths in em of the words.
public struct TextHighlight: Hashable, Sendable {
    public var color: Color
    /// How far it reaches beyond the words, at their sides and above ascender and below descender.
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
