import Drawing
import Glibc
import Languages
import Typesetting

// Lays one text of a kind out once, for a program that counts instructions:
//
//   growth FONTS KIND COUNT
//
// KIND is one of the names below, COUNT how often its piece is repeated. With COUNT 0 only the fonts
// are loaded, which is what is to be taken off the other counts.

struct FontFiles: FontFileSource {
    let folder: String

    func bytes(of file: String) throws(FontError) -> FontBytes { FontBytes(try read(file)) }

    func read(_ file: String) throws(FontError) -> [UInt8] {
        guard let stream = unsafe fopen("\(folder)/\(file)", "rb") else {
            throw FontError(file: file, reason: .missing)
        }
        defer { unsafe fclose(stream) }
        unsafe fseek(stream, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: unsafe ftell(stream))
        unsafe rewind(stream)
        guard unsafe fread(&bytes, 1, bytes.count, stream) == bytes.count else {
            throw FontError(file: file, reason: .unreadable("it is shorter than it says"))
        }
        return bytes
    }
}

/// What is repeated, by kind; each with its language.
let pieces = [
    "latin": ("Behind every number is a person. ", "en"), "marks": ("\u{301}", "en"),
    "joiners": ("\u{200D}", "en"), "families": ("👩‍👧‍👦", "en"), "letters": ("a", "en"),
    "arabic": ("الاتجار بالبشر يمس كل بلد (UNODC) في 2026. ", "ar"), "arabic-word": ("بلد", "ar"),
    "hindi": ("मानव तस्करी हर देश को प्रभावित करती है। ", "hi"),
    "thai": ("การค้ามนุษย์ส่งผลกระทบต่อทุกประเทศ", "th"),
    "chinese": ("人口贩运影响每一个国家。", "zh-Hans"), "brackets": ("(", "ar"),
    "isolates": ("\u{2067}a\u{2069}א", "ar"),
]

let arguments = CommandLine.arguments
guard arguments.count == 4, let (piece, tag) = pieces[arguments[2]], let count = Int(arguments[3])
else {
    print("usage: growth FONTS KIND COUNT; kinds: \(pieces.keys.sorted().joined(separator: " "))")
    exit(64)
}
let catalog = try FontCatalog.read(
    FontFiles(folder: arguments[1]).read("fonts.json"), file: "fonts.json")
let typesetter = Typesetter(
    fonts: FontLibrary(catalog: catalog, source: FontFiles(folder: arguments[1] + "/files")))

/// Lays out as a card does: widths first, then at the largest size that fits.
@MainActor func layOut(_ text: String) throws {
    let paragraph = Paragraph(
        spans: [TextSpan(text, style: TextStyle(fontFamilies: ["Lato"], fontWeight: 700))],
        language: try Language(tag: tag), fontSize: 20...40, lineHeight: 1.2, overflow: .clip)
    _ = try typesetter.widths(of: paragraph)
    _ = try typesetter.typeset(paragraph, width: 900)
}

try layOut(piece)
if count > 0 { try layOut(String(repeating: piece, count: count)) }
