import Diagnostics
import JSON
import Markup
import Scenes

/// A file that stands beside a picture and carries its words.
public struct Sidecar: Hashable, Sendable {
    /// Takes the place of the picture's extension: `.alt.txt`.
    public var suffix: String
    public var bytes: [UInt8]

    public init(suffix: String, bytes: [UInt8]) {
        self.suffix = suffix
        self.bytes = bytes
    }

    init(suffix: String, text: String) {
        self.init(suffix: suffix, bytes: Array(text.utf8))
    }

    /// The sidecar's name beside a picture: `card.alt.txt` beside `card.png`.
    public func fileName(besidePicture name: String) -> String {
        let bytes = Array(name.utf8)
        let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        // A name that only begins with a dot has no extension.
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start else {
            return name + suffix
        }
        return String(decoding: bytes[..<dot], as: UTF8.self) + suffix
    }
}

extension Sidecar {
    /// What can stand beside a picture.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// `.alt.txt`: the alt text; below it, after an empty line, the long one.
        case alt
        /// `.caption.x.txt`: what is posted with it, one file for each network.
        case captions
        /// `.json`: all that is told about the card.
        case json
        /// `.html`: to paste into a page, and what its head needs for link previews.
        case html
    }
}

extension CardRecord {
    /// The words beside a picture, as files.
    ///
    /// - Parameter pictureName: the picture's file name without its folder.
    public func sidecars(
        besidePicture pictureName: String, _ kinds: [Sidecar.Kind] = Sidecar.Kind.allCases
    ) -> [Sidecar] {
        kinds.flatMap { kind -> [Sidecar] in
            switch kind {
            case .alt: [Sidecar(suffix: ".alt.txt", text: altFile)]
            case .captions:
                captions.map {
                    Sidecar(suffix: ".caption.\($0.network).txt", text: $0.text + "\n")
                }
            case .json: [Sidecar(suffix: ".json", text: json(file: pictureName).written())]
            case .html:
                [
                    Sidecar(
                        suffix: ".html",
                        text: CardHTML([(self, Address.path(pictureName))]).page.source
                    )
                ]
            }
        }
    }

    private var altFile: String {
        guard let longAlt = words.longAlt, !longAlt.isBlank else { return words.alt + "\n" }
        return "\(words.alt)\n\n\(longAlt)\n"
    }
}
