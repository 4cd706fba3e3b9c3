import BenchmarkFonts
import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTypesetting
import Glibc

// Lays one text of a kind out once, for a program that counts instructions:
//
//   growth FONTS KIND COUNT
//
// KIND is one of the names below, COUNT how often its piece is repeated. With COUNT 0 only the fonts
// are loaded, which is what is to be taken off the other counts.

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
let typesetter = try benchmarkTypesetter(fonts: arguments[1])

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
