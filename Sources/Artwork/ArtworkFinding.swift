/// A part of a drawing that is not drawn, or not as the file describes it.
public struct ArtworkFinding: Hashable, Sendable {
    public var place: SourcePlace
    /// Name of the element, as `feImage`.
    public var element: String
    /// The missing part, as one sentence.
    public var message: String
    /// The change to the file that makes it visible.
    public var cure: String

    public init(place: SourcePlace, element: String, message: String, cure: String) {
        self.place = place
        self.element = element
        self.message = message
        self.cure = cure
    }
}
