import Diagnostics
import Formats
import Placements

/// What the last part of a card's address names: `square.png`, `square.caption.x.txt`.
struct CardFile: Hashable {
    enum Content: Hashable {
        /// nil where the client's `Accept` decides.
        case picture(ImageFormat?)
        case alt
        case record
        case caption(network: String)
        case snippet
    }

    var placement: String
    var content: Content

    /// nil where the ending is none of ours.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, !first.isEmpty else { return nil }
        placement = first
        if parts.count == 2,
            let format = ImageFormat.written.first(where: { isSameName($0.rawValue, parts[1]) })
        {
            content = .picture(format)
            return
        }
        switch parts.dropFirst() {
        case []: content = .picture(nil)
        case ["alt", "txt"]: content = .alt
        case ["json"]: content = .record
        case ["html"]: content = .snippet
        case let rest where rest.count == 3 && rest.first == "caption" && rest.last == "txt":
            content = .caption(network: parts[2])
        default: return nil
        }
    }
}
