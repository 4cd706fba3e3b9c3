/// A network: what it takes of words beside a picture, and how it counts them.
public struct Network: Hashable, Sendable {
    /// How a caption is counted.
    public enum Counting: String, Hashable, Sendable, CaseIterable {
        /// Grapheme clusters: characters as people count them.
        case characters
        /// Scalars with weights, as X counts.
        case weighted
        /// Characters, but emoji as their UTF-8 bytes.
        case threads
    }

    /// `x`, `mastodon`.
    public var name: String
    public var title: String
    public var counting: Counting
    /// Of an alt text; nil where none is published or there is no alt text.
    public var altLimit: Figure<Int>?
    public var captionLimit: Figure<Int>?
    /// In UTF-8 bytes, beside the limit of characters.
    public var captionByteLimit: Figure<Int>?
    /// What a link counts, however long it is; nil where it counts as it stands.
    public var linkLength: Int?
    public var hashtagLimit: Figure<Int>?
}
