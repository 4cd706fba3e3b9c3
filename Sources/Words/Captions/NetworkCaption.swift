public import Languages
public import Placements
public import Scenes

/// The caption of a card as it is posted on one network.
public struct NetworkCaption: Hashable, Sendable {
    /// The network's name.
    public var network: String
    public var text: String
    public var length: CaptionLength
    /// In the network's own count; nil where it has none.
    public var limit: Figure<Int>?
    /// In UTF-8 bytes.
    public var byteLimit: Figure<Int>?
    /// The characters that are seen before somebody asks for more; nil where that is all.
    public var seenAtFirst: String?
    /// Of the alt text beside it; nil where the network has no field for one.
    public var altLimit: Figure<Int>?
    /// What of the source is not in it.
    public var leftOut: [Omission]

    /// Whether the network takes it.
    public var fits: Bool {
        length.count <= limit?.value ?? .max && length.bytes <= byteLimit?.value ?? .max
    }
}

/// A part of a caption's source that a network's caption does without.
public struct Omission: Hashable, Sendable {
    public var step: CaptionStep
    public var text: String

    init(_ step: CaptionStep, _ text: String) {
        self.step = step
        self.text = text
    }
}

extension CaptionSource {
    /// All of it, for places without limits.
    public var whole: String { CaptionDraft(self, link: link, mentions: mentions).text }

    /// The caption for one network.
    ///
    /// All that the network counts, then without one part after the other until it fits. No word,
    /// link or hashtag is cut.
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

    /// The address with its campaign parameters, where it can be followed; else as it is read.
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
