/// A network: what it takes of words beside a picture, and how it counts them.
public struct Network: Hashable, Sendable {
    /// How a caption is counted.
    public enum Counting: String, Hashable, Sendable, CaseIterable {
        /// Grapheme clusters: characters as people count them.
        case characters
        /// Unicode scalars.
        case scalars
        /// UTF-16 units, as JavaScript counts.
        case utf16
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
    /// Whether a text is posted with the picture.
    public var takesCaptions: Bool
    /// Of a caption, in the network's own count.
    public var captionLimit: Figure<Int>?
    /// In UTF-8 bytes, beside the limit of characters.
    public var captionByteLimit: Figure<Int>?
    /// Characters of a caption that are seen before somebody asks for more.
    public var fold: Figure<Int>?
    /// What a link counts, however long it is; nil where it counts as it stands.
    public var linkLength: Int?
    /// Endings that make a word a link without `https://`: `org`, `sk`; empty where none does.
    public var bareDomains: Set<String> = []
    /// Whether a link in a caption can be followed.
    public var followsLinks: Bool
    public var hashtagLimit: Figure<Int>?
    /// Of one hashtag, without its `#`, in characters.
    public var hashtagLength: Figure<Int>?
    /// Whether `@user@server` counts as `@user`; it is also the only network with servers.
    public var countsMentionsShort: Bool
    /// The oldest month in which somebody looked at one of its figures: `2026-11`.
    public var checked: String
}

extension Network {
    /// Whether a mention names somebody here: with a server where the network has servers, and
    /// without one elsewhere.
    public func takes(mention: String) -> Bool {
        mention.unicodeScalars.dropFirst().contains("@") == countsMentionsShort
    }
}
