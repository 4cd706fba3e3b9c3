import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// A caption during shortening.
struct CaptionDraft {
    private(set) var sentences: [String]
    private(set) var action: String?
    private(set) var link: String?
    private(set) var mentions: [String]
    private(set) var hashtags: [String]
    /// The omitted parts, in order.
    private(set) var left: [Omission] = []

    init(_ source: CaptionSource, link: String?, mentions: [String]) {
        sentences = [source.text]
        action = source.action
        self.link = link
        self.mentions = mentions
        hashtags = source.hashtags
    }

    /// Sentences; then action and link; then mentions and hashtags.
    var text: String {
        let request = [action, link].compactMap { $0 }.joined(separator: " ")
        let tags = (mentions + hashtags).joined(separator: " ")
        return [sentences.joined(), request, tags].filter { !$0.isBlank }
            .joined(separator: "\n\n")
    }

    /// Omits the hashtags that a network does not count or accept.
    mutating func keepHashtags(most: Int?, length: Int?) {
        let fitting = hashtags.filter { $0.count - 1 <= length ?? .max }
        let kept = Array(fitting.prefix(most ?? .max))
        left += hashtags.filter { !kept.contains($0) }.map { Omission(.hashtags, $0) }
        hashtags = kept
    }

    /// Omits the next part of a step; false if nothing is left of it.
    mutating func leaveOut(_ step: CaptionStep, language: Language) -> Bool {
        switch step {
        case .hashtags:
            guard let last = hashtags.popLast() else { return false }
            left.append(Omission(step, last))
        case .mentions:
            guard !mentions.isEmpty else { return false }
            left += mentions.map { Omission(step, $0) }
            mentions = []
        case .action:
            guard let text = action.take() else { return false }
            left.append(Omission(step, text))
        case .sentences: return leaveOutSentence(language)
        case .link:
            guard let text = link.take() else { return false }
            left.append(Omission(step, text))
        }
        return true
    }

    private mutating func leaveOutSentence(_ language: Language) -> Bool {
        if sentences.count == 1 { sentences = sentences(sentences[0], language) }
        guard sentences.count > 1, let last = sentences.popLast() else { return false }
        left.append(Omission(.sentences, last))
        sentences[sentences.count - 1] = trimmed(sentences[sentences.count - 1])
        return true
    }

    /// The sentences of a text; segmented only if a caption is too long, which is rare.
    private func sentences(_ text: String, _ language: Language) -> [String] {
        let units = Array(text.utf16)
        return TextAnalyzer().sentences(in: units, language: language).map {
            String(utf16Units: units[$0])
        }
    }
}

/// The text without trailing white space.
private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
}
