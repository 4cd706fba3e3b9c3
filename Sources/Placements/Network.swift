/// A network: its rules for the words posted with a picture.
public struct Network: Hashable, Sendable {
    /// The counting rule of captions.
    public enum Counting: String, Hashable, Sendable, CaseIterable {
        /// Grapheme clusters.
        case characters
        /// Unicode scalars.
        case scalars
        /// UTF-16 units, as JavaScript counts.
        case utf16
        /// Scalars with weights, as X counts.
        case weighted
        /// Grapheme clusters, but emoji as their UTF-8 bytes.
        case threads
    }

    /// `x`, `mastodon`.
    public var name: String
    public var title: String
    public var counting: Counting
    /// Limit of an alt text; nil if none is published or there is no alt text.
    public var altLimit: Figure<Int>?
    /// True if a text is posted with the picture.
    public var takesCaptions: Bool
    /// Limit of a caption, by the network's counting rule.
    public var captionLimit: Figure<Int>?
    /// Limit in UTF-8 bytes, in addition to the character limit.
    public var captionByteLimit: Figure<Int>?
    /// Characters of a caption that are visible before "more".
    public var fold: Figure<Int>?
    /// Fixed length of a link; nil if it is counted as written.
    public var linkLength: Int?
    /// Top-level domains that make a word a link without `https://`: `org`, `sk`; empty for none.
    public var bareDomains: Set<String> = []
    /// True if a link in a caption is clickable.
    public var followsLinks: Bool
    public var hashtagLimit: Figure<Int>?
    /// Limit of one hashtag, without its `#`, in characters.
    public var hashtagLength: Figure<Int>?
    /// True if `@user@server` is counted as `@user`; only networks with servers do so.
    public var countsMentionsShort: Bool
    /// The oldest month in which one of its figures was checked: `2026-11`.
    public var checked: String
}

extension Network {
    /// True if a mention is valid here: with a server on networks with servers, without one
    /// elsewhere.
    public func takes(mention: String) -> Bool {
        mention.unicodeScalars.dropFirst().contains("@") == countsMentionsShort
    }
}
