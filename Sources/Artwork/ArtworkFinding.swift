/// Something in a drawing that is not drawn, or not as the file says.
public struct ArtworkFinding: Hashable, Sendable {
    public var place: SourcePlace
    /// Name of the element, as `feImage`.
    public var element: String
    /// One sentence: the thing that is not drawn.
    public var message: String
    /// The change of the file that draws it.
    public var cure: String

    public init(place: SourcePlace, element: String, message: String, cure: String) {
        self.place = place
        self.element = element
        self.message = message
        self.cure = cure
    }
}
