/// The parts of captions, in the card's language; each network's caption is compiled from them.
public struct CaptionSource: Hashable, Sendable {
    /// One or two sentences; the first is sufficient alone.
    public var text: String
    /// A short call to action.
    public var action: String?
    /// An address.
    public var link: String?
    /// Query parameters added to the address; `{network}` in a value becomes the network's name.
    public var linkParameters: [LinkParameter]
    /// Each with its `#`, the most important first.
    public var hashtags: [String]
    /// Each with its `@`.
    public var mentions: [String]
    /// Steps applied in order to a caption that is too long, until it fits.
    public var shortening: [CaptionStep]

    public init(
        text: String, action: String? = nil, link: String? = nil,
        linkParameters: [LinkParameter] = [], hashtags: [String] = [], mentions: [String] = [],
        shortening: [CaptionStep] = CaptionStep.standard
    ) {
        self.text = text
        self.action = action
        self.link = link
        self.linkParameters = linkParameters
        self.hashtags = hashtags
        self.mentions = mentions
        self.shortening = shortening
    }
}

/// A name and a value in the query of an address, not yet encoded.
public struct LinkParameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A part of a caption that can be left out.
public enum CaptionStep: String, Hashable, Sendable, CaseIterable {
    /// One by one, the last first.
    case hashtags
    /// All of them.
    case mentions
    case action
    /// One by one, the last first; the first sentence stays.
    case sentences
    case link

    /// Keeps the link: it is the purpose of the caption.
    public static let standard: [CaptionStep] = [.hashtags, .mentions, .action, .sentences]
}
