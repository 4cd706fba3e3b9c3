/// A text as it stands on a finished card.
public struct DrawnText: Hashable, Sendable {
    /// The node's name in the template, where it has one.
    public var id: String?
    /// In reading order, as it can be read: cut where it was cut.
    public var text: String
    /// In px of the card.
    public var fontSize: Double
    public var lineCount: Int

    public init(id: String? = nil, text: String, fontSize: Double, lineCount: Int) {
        self.id = id
        self.text = text
        self.fontSize = fontSize
        self.lineCount = lineCount
    }
}
