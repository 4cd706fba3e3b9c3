public import BlueHeartFormats

/// One file of a finished card: its picture, or a file with the words of it.
///
/// The suffix and the media type of each part stand here only; files, archives, addresses and
/// documents take them from here.
public enum CardPart: Hashable, Sendable {
    case picture(ImageFormat)
    /// The alt text; below it, after an empty line, the long one.
    case alt
    /// The caption for a network, by its name.
    case caption(network: String)
    /// The record as JSON, as `schemas/card.schema.json` describes it.
    case record
    /// A page with the card as a figure, to paste from, and the tags for link previews.
    case page

    /// Takes the place of the picture's file extension: `.alt.txt`.
    public var suffix: String {
        switch self {
        case .picture(let format): "." + format.fileExtension
        case .alt: ".alt.txt"
        case .caption(let network): ".caption.\(network).txt"
        case .record: ".json"
        case .page: ".html"
        }
    }

    public var mediaType: String {
        switch self {
        case .picture(let format): format.mediaType
        case .alt, .caption: "text/plain; charset=utf-8"
        case .record: "application/json"
        case .page: "text/html; charset=utf-8"
        }
    }
}

extension CardPart {
    /// Kinds of files beside a picture, by the names under which people choose them.
    public enum SidecarKind: String, Hashable, Sendable, CaseIterable {
        case alt
        /// A file for each network.
        case captions
        case record = "json"
        case page = "html"
    }

    /// Each part once; `network` stands for the name of any network.
    public static func all(network: String) -> [CardPart] {
        ImageFormat.written.map { .picture($0) }
            + [.alt, .record, .page, .caption(network: network)]
    }

    /// The part of a suffix; nil if no part has it.
    public init?(suffix: some StringProtocol) {
        let parts = suffix.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A caption's is ["", "caption", network, "txt"].
        let network = parts.count == 4 ? String(decoding: parts[2], as: UTF8.self) : ""
        let match = Self.all(network: network).first {
            $0.suffix.utf8.elementsEqual(suffix.utf8)
        }
        guard let match else { return nil }
        self = match
    }
}
