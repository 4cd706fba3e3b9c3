import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartWords

/// Suggested file name of a download: `Blue Heart Campaign – Add your name –
/// square.png`.
struct FileName {
    let text: String
    /// The name in ASCII, with the template's name in place of a title in another script.
    let plainText: String

    /// - Parameter ending: with its dot.
    init(_ card: PublicCardRequest, title: String, ending: String) {
        self.init(
            title: title, template: card.template.name,
            ending: " – \(card.placement.name) (\(card.language.tag))\(ending)")
    }

    /// Name of an archive with all placements of a card, and of the folder in it.
    init(archiveOf card: PublicCardRequest, title: String, ending: String) {
        self.init(
            title: title, template: card.template.name,
            ending: " (\(card.language.tag))\(ending)")
    }

    /// - Parameters:
    ///   - template: stands for a title in another script.
    ///   - ending: all that follows the title.
    private init(title: String, template: String, ending: String) {
        let title = Self.title(of: title)
        let isLatin = title.unicodeScalars.allSatisfy { $0.value < 0x250 }
        text = title + ending
        plainText = asciiText((isLatin ? title : template) + ending)
    }

    /// Title without characters that file systems or text lines do not allow.
    private static func title(of text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isDirection(scalar) {
            guard view.count < 80 else { break }
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": view.append("-")
            default:
                view.append(scalar.properties.generalCategory == .control ? " " : scalar)
            }
        }
        return String(String(view).drop { $0 == "." || $0 == " " })
    }

    /// Value of `Content-Disposition`: the ASCII name and the full name.
    ///
    /// - Source: RFC 6266; RFC 8187.
    var attachment: String {
        "attachment; filename=\"\(plainText)\"; filename*=UTF-8''" + Address.part(text)
    }
}

/// True for direction marks, which can disguise the extension of a file name.
private func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}

/// Text with `_` for characters outside ASCII or with a meaning in a quoted string.
private func asciiText(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Character in
        let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
        return isPlain && scalar != "\"" && scalar != "\\" && scalar != "%"
            ? Character(scalar) : scalar == "–" ? "-" : "_"
    }
    return String(scalars)
}
