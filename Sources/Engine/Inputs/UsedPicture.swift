/// A picture file that a card shows.
public struct UsedPicture: Hashable, Sendable {
    /// Name in the scene.
    public var name: String
    /// State of its file when it was read: equal for the same content.
    public var stamp: String

    public init(name: String, stamp: String) {
        self.name = name
        self.stamp = stamp
    }
}
