import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

/// The fonts of the project as the set-up puts them in place.
struct ProjectFonts: FontFileSource {
    func bytes(of file: String) throws(FontError) -> FontBytes {
        do {
            return FontBytes(try projectFile("fonts/files/" + file))
        } catch {
            throw FontError(file: file, reason: .unreadable("\(error)"))
        }
    }
}

/// A source with some bytes under every name.
struct GivenBytes: FontFileSource {
    var content: [UInt8]

    func bytes(of file: String) throws(FontError) -> FontBytes { FontBytes(content) }
}

func projectLibrary() throws -> FontLibrary {
    let catalog = try FontCatalog.read(
        try projectFile("fonts/fonts.json"), file: "fonts/fonts.json")
    return FontLibrary(catalog: catalog, source: ProjectFonts())
}

let sharedLibrary = Result { try projectLibrary() }

/// A paragraph of one span with what a test does not care about filled in.
func paragraph(
    _ text: String, _ tag: String = "en", size: ClosedRange<Double> = 40...40,
    _ change: (inout Paragraph) -> Void = { _ in }
) throws -> Paragraph {
    var paragraph = Paragraph(
        spans: [TextSpan(text, style: TextStyle(fontFamilies: ["Noto Sans"], fontWeight: 700))],
        language: try Language(tag: tag), fontSize: size)
    change(&paragraph)
    return paragraph
}

func typeset(
    _ paragraph: Paragraph, width: Double = .infinity, height: Double? = nil
) throws -> TypesetText {
    try Typesetter(fonts: try sharedLibrary.get())
        .typeset(paragraph, width: width, height: height)
}

/// One line of text for each line and each run, for goldens.
func dump(_ text: TypesetText) throws -> String {
    let library = try sharedLibrary.get()
    var lines = [
        "size \(number(text.fontSize)), \(number(text.size.width)) x \(number(text.size.height))"
    ]
    for line in text.lines {
        lines.append(
            "line at \(number(line.x)), \(number(line.baseline)); \(number(line.width)) wide: "
                + line.text)
        for run in line.runs {
            let font = try #require(library.description(of: run.font))
            let glyphs = run.glyphs.map { "\($0.id)@\(number($0.position.x))" }
            lines.append(
                "  \(font.family) \(library.weight(of: run.font)), \(number(run.fontSize)) px, "
                    + "\"\(run.text)\": " + glyphs.joined(separator: " "))
        }
    }
    return lines.joined(separator: "\n") + "\n"
}

private func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
}

let headline = "Behind every number is a person. Wear the blue heart, Amina."
let body =
    "Traffickers exploit people through force, fraud and deception, in every country of the "
    + "world. Learn the signs, share this card, and help survivors rebuild their lives."
let sentences = [
    ("en", headline),
    ("sk", "Kŕdeľ šťastných ďatľov učí pri ústí Váhu mĺkveho koňa obhrýzať kôru."),
    ("ar", "الاتجار بالبشر يمس كل بلد (UNODC) في 2026. معا يمكننا أن ننهيه."),
    ("zh-Hans", "人口贩运影响每一个国家。我们可以在2026年一起结束它。"),
    ("hi", "मानव तस्करी हर देश को प्रभावित करती है। साथ मिलकर हम इसे समाप्त कर सकते हैं।"),
    ("th", "การค้ามนุษย์ส่งผลกระทบต่อทุกประเทศ เราร่วมกันยุติมันได้"),
    ("ru", "Торговля людьми затрагивает каждую страну. Вместе мы сможем её прекратить."),
    ("am", "ሕገወጥ የሰዎች ዝውውር እያንዳንዱን አገር ይነካል። በጋራ ልናስቆመው እንችላለን።"),
    ("he", "סחר בבני אדם משפיע על כל מדינה. יחד נוכל לשים לו קץ."),
    ("ja", "人身取引はすべての国に影響を与えています。"), ("ko", "인신매매는 모든 나라에 영향을 미칩니다."),
    ("ur", "انسانی اسمگلنگ ہر ملک کو متاثر کرتی ہے۔"),
]
