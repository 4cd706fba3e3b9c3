/// A text drawn on a finished card.
public struct DrawnText: Hashable, Sendable {
    /// The node's id in the template, if it has one.
    public var id: String?
    /// The visible text in logical order, including its truncation.
    public var text: String
    /// Font size in px of the card.
    public var fontSize: Double
    public var lineCount: Int

    public init(id: String? = nil, text: String, fontSize: Double, lineCount: Int) {
        self.id = id
        self.text = text
        self.fontSize = fontSize
        self.lineCount = lineCount
    }
}
