/// What captions are put together from, in the card's language; each network gets what fits there.
public struct CaptionSource: Hashable, Sendable {
    /// One or two sentences; the first can stand alone.
    public var text: String
    /// A short sentence that asks for something.
    public var action: String?
    /// An address.
    public var link: String?
    /// What is added to the address; `{network}` in a value stands for the network's name.
    public var linkParameters: [LinkParameter]
    /// Each with its `#`, the most important first.
    public var hashtags: [String]
    /// Each with its `@`.
    public var mentions: [String]
    /// What is left out where a caption is too long, one after the other until it fits.
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
    /// One after the other, the last first.
    case hashtags
    /// All of them.
    case mentions
    case action
    /// One after the other, the last first; the first sentence stays.
    case sentences
    case link

    /// The link stays: it is what the caption is for.
    public static let standard: [CaptionStep] = [.hashtags, .mentions, .action, .sentences]
}
