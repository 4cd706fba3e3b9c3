/// What captions are put together from, in the card's language; each network gets what fits there.
public struct CaptionSource: Hashable, Sendable {
    /// One or two sentences; the first can stand alone.
    public var text: String
    /// A short sentence that asks for something.
    public var action: String?
    /// An address.
    public var link: String?
    /// Each with its `#`.
    public var hashtags: [String]
    /// Each with its `@`.
    public var mentions: [String]

    public init(
        text: String, action: String? = nil, link: String? = nil, hashtags: [String] = [],
        mentions: [String] = []
    ) {
        self.text = text
        self.action = action
        self.link = link
        self.hashtags = hashtags
        self.mentions = mentions
    }

    /// All of it, for places without a limit.
    public var whole: String {
        let request = [action, link].compactMap { $0 }.joined(separator: " ")
        let tags = (mentions + hashtags).joined(separator: " ")
        return [text, request, tags].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
