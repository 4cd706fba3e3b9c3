public import BlueHeartLanguages
public import BlueHeartPlacements
public import BlueHeartScenes

/// The caption of a card for one network.
public struct NetworkCaption: Hashable, Sendable {
    /// The network's name.
    public var network: String
    public var text: String
    public var length: CaptionLength
    /// Limit by the network's counting rule; nil if it has none.
    public var limit: Figure<Int>?
    /// Limit in UTF-8 bytes.
    public var byteLimit: Figure<Int>?
    /// The part visible before "more"; nil if everything is visible.
    public var seenAtFirst: String?
    /// Limit of the alt text; nil if the network has no field for it.
    public var altLimit: Figure<Int>?
    /// Parts of the source that were omitted.
    public var leftOut: [Omission]

    /// True if the caption is within the network's limits.
    public var fits: Bool {
        length.count <= limit?.value ?? .max && length.bytes <= byteLimit?.value ?? .max
    }
}

/// A part of a caption's source omitted from a network's caption.
public struct Omission: Hashable, Sendable {
    public var step: CaptionStep
    public var text: String

    init(_ step: CaptionStep, _ text: String) {
        self.step = step
        self.text = text
    }
}

extension CaptionSource {
    /// The complete caption, for uses without limits.
    public var whole: String { CaptionDraft(self, link: link, mentions: mentions).text }

    /// The caption for one network.
    ///
    /// Everything the network counts, shortened step by step until it fits. No word, link or
    /// hashtag is cut.
    public func caption(for network: Network, language: Language) -> NetworkCaption {
        var draft = CaptionDraft(
            self, link: link(for: network), mentions: mentions.filter(network.takes))
        draft.keepHashtags(
            most: network.hashtagLimit?.value, length: network.hashtagLength?.value)
        var caption = network.caption(draft)
        var steps = shortening[...]
        while !caption.fits, let step = steps.first {
            if draft.leaveOut(step, language: language) {
                caption = network.caption(draft)
            } else {
                steps.removeFirst()
            }
        }
        return caption
    }

    /// The address with its campaign parameters, if the network follows links; otherwise as
    /// displayed.
    private func link(for network: Network) -> String? {
        guard let link, network.followsLinks else { return link }
        let filled = linkParameters.map { parameter in
            LinkParameter(
                name: parameter.name,
                value: replacing("{network}", in: parameter.value, by: network.name))
        }
        return link.addingQuery(filled)
    }
}

extension Network {
    fileprivate func caption(_ draft: CaptionDraft) -> NetworkCaption {
        let text = draft.text
        return NetworkCaption(
            network: name, text: text, length: length(of: text), limit: captionLimit,
            byteLimit: captionByteLimit, seenAtFirst: seenAtFirst(of: text), altLimit: altLimit,
            leftOut: draft.left)
    }

    private func seenAtFirst(of text: String) -> String? {
        guard let fold,
            let end = text.index(
                text.startIndex, offsetBy: fold.value, limitedBy: text.endIndex),
            end < text.endIndex
        else { return nil }
        return String(text[..<end])
    }
}
