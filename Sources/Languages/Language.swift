/// A language as BCP 47 names it, with what layout must know of it.
public struct Language: Hashable, Sendable {
    /// The tag as kits write it: `en`, `sk`, `zh-Hans`.
    public let tag: String
    public let direction: TextDirection

    public init(tag: String, direction: TextDirection) {
        self.tag = tag
        self.direction = direction
    }
}

/// The side on which a line of text begins.
public enum TextDirection: String, Hashable, Sendable {
    case leftToRight, rightToLeft
}
