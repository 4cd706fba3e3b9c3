public import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartScenes

/// Alt texts must not begin by announcing a picture, which the screen reader does.
///
/// Source: jsx-a11y, img-redundant-alt.
public struct AltSaysNoPictureOf: WordsCheck {
    private static let opening = CheckRule(
        "alt-says-picture", .alt, .warning,
        "The alt text begins by announcing a picture, as screen readers already do.")
    public static let rules = [opening]

    /// Folded openings, by language.
    private static let openings: [String: [[Unicode.Scalar]]] = [
        "en": [
            "image of", "an image of", "picture of", "a picture of", "photo of", "a photo of",
            "photograph of", "a photograph of", "graphic of", "a graphic of", "image:", "picture:",
            "photo:", "this image", "this picture", "the image shows", "the picture shows",
        ],
        "fr": [
            "image de", "image d'", "une image", "photo de", "photo d'", "une photo", "l'image",
        ],
        "es": ["imagen de", "una imagen", "foto de", "una foto", "fotografia de", "la imagen"],
        "pt": ["imagem de", "uma imagem", "foto de", "uma foto", "fotografia de"],
        "it": ["immagine di", "un'immagine", "foto di", "una foto"],
        "de": ["bild von", "ein bild", "foto von", "ein foto", "das bild zeigt", "grafik"],
        "nl": ["afbeelding van", "een afbeelding", "foto van", "een foto"],
        "sk": ["obrazok", "fotografia", "fotka", "na obrazku", "na fotografii", "grafika"],
        "cs": ["obrazek", "fotografie", "fotka", "na obrazku", "na fotografii"],
        "pl": ["obraz przedst", "obrazek", "zdjecie", "na zdjeciu", "na obrazku"],
        "ru": ["изображение", "фото", "картинка", "на картинке", "на фото", "на изображении"],
        "uk": ["зображення", "фото", "картинка", "на картинці", "на фото"],
        "ar": ["صورة", "صوره"],
        "zh": ["图片", "图像", "照片", "一张图片", "一张照片", "圖片", "照片"],
        "ja": ["画像", "写真"],
    ].mapValues { $0.map(folded) }
    /// Upper bound of an opening's length.
    private static let longest = 32

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let start = subject.spoken.alt.scalars.drop { !$0.properties.isAlphabetic }
            .prefix(Self.longest).map { $0 == "\u{2019}" ? "'" : $0 }
        // English openings are copied into texts of any language.
        let known = [subject.language.primaryTag, "en"].lazy.compactMap { Self.openings[$0] }
        guard let found = known.joined().first(where: { start.starts(with: $0) })
        else { return [] }
        let opening = String(String.UnicodeScalarView(found))
        return subject.finding(
            Self.opening, in: .alt,
            "the alt text begins with \(quoted(opening)), which screen readers announce already",
            hint: "begin with the content of the picture")
    }
}

/// Alt texts must not be file names.
public struct AltIsNoFileName: WordsCheck {
    private static let fileName = CheckRule(
        "alt-file-name", .alt, .error, "The alt text is a file name.")
    public static let rules = [fileName]

    private static let endings = ImageFormat.allCases.flatMap(\.fileExtensions).map { "." + $0 }
    private static let longest = endings.map(\.utf8.count).max() ?? 0

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let end = subject.spoken.alt.scalars.reversed().lazy
            .filter { !$0.properties.isWhitespace }.prefix(Self.longest)
        let isName = Self.endings.contains { end.starts(with: $0.unicodeScalars.reversed()) }
        guard isName else { return [] }
        return subject.finding(
            Self.fileName, in: .alt,
            "expected a sentence as alt text, found the file name \(quoted(subject.words.alt))")
    }
}
