import Languages
import Markup
import Scenes
import Words

/// The name under which a person keeps a download: `Blue Heart Campaign – Add your name –
/// square.png`.
struct FileName {
    let text: String

    /// - Parameter ending: with its dot.
    init(_ record: CardRecord, ending: String) {
        let title = record.words.title.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": "-"
            default: scalar.properties.generalCategory == .control ? " " : scalar
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: title.prefix(80))
        let start = String(view).drop { $0 == "." || $0 == " " }
        text = "\(start) – \(record.placement) (\(record.language.tag))\(ending)"
    }

    /// For `Content-Disposition`: the name in ASCII, and whole for those who can read it.
    ///
    /// - Source: RFC 6266; RFC 8187.
    var attachment: String {
        let plain = text.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
            return isPlain && scalar != "\"" && scalar != "\\" && scalar != "%"
                ? Character(scalar) : scalar == "–" ? "-" : "_"
        }
        return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''"
            + Address.part(text)
    }
}
