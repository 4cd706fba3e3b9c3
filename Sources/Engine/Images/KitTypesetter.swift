import BlueHeartArtwork
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting

/// Typesets the text of drawings in the fonts of the list; one for each drawing.
final class KitTypesetter: ArtworkTypesetter {
    private let fonts: FontLibrary
    /// Opened for the first text; most drawings have none.
    private lazy var typesetter = Typesetter(fonts: fonts)

    init(fonts: FontLibrary) {
        self.fonts = fonts
    }

    func line(
        _ text: String, _ style: ArtworkTextStyle
    ) throws(ArtworkTextFault) -> ArtworkLine {
        guard !text.isEmpty, style.fontSize > 0 else { return .empty }
        let family = try family(of: style)
        // Set at a size of its own, so that small drawings keep their digits.
        let size = 100.0
        let scale = style.fontSize / size
        let look = TextStyle(
            fontFamilies: [family], fontWeight: style.weight, isItalic: style.isItalic,
            letterSpacing: style.letterSpacing / style.fontSize,
            wordSpacing: style.wordSpacing / style.fontSize)
        var paragraph = Paragraph(
            spans: [TextSpan(text.keepingOuterBlanks, style: look)],
            language: Language(
                tag: "en", direction: style.isRightToLeft ? .rightToLeft : .leftToRight),
            fontSize: size...size, wrapping: .none)
        paragraph.flow = .characters
        let set: TypesetText
        do throws(TypesettingError) {
            set = try typesetter.typeset(paragraph, width: .infinity)
        } catch {
            throw ArtworkTextFault(
                message: "the text cannot be set: \(error)", cure: "convert the text to outlines")
        }
        guard let line = set.lines.first else { return .empty }
        try checkOutlines(of: line)
        return self.line(line, xHeight: set.xHeight, scale: scale)
    }

    /// Letters that are pictures in their font, as emoji, have no outline to draw.
    private func checkOutlines(of line: TypesetLine) throws(ArtworkTextFault) {
        for run in line.runs {
            for glyph in run.glyphs where fonts.colorGlyph(glyph.id, in: run.font) != nil {
                throw ArtworkTextFault(
                    message: "a letter of the text is a picture in its font",
                    cure: "embed the picture as an image")
            }
        }
    }

    private func family(of style: ArtworkTextStyle) throws(ArtworkTextFault) -> String {
        for name in style.families where fonts.catalog.family(named: name) != nil { return name }
        let names = style.families.joined(separator: ", ")
        throw ArtworkTextFault(
            message: names.isEmpty
                ? "the text names no font family"
                : "no font family of \(names) is in the font list",
            cure: "convert the text to outlines, or add the font to fonts/fonts.json")
    }

    private func line(_ line: TypesetLine, xHeight: Double, scale: Double) -> ArtworkLine {
        let origin = Point(x: line.x, y: line.baseline)
        let toOrigin = Transform.translation(Point.zero - origin).then(.scale(x: scale, y: scale))
        let characters = line.characters.map { character in
            let run = line.runs[character.run]
            var path = Path()
            for glyph in run.glyphs[character.glyphs] {
                let map = Transform.scale(x: run.fontSize, y: run.fontSize)
                    .then(.translation(glyph.position)).then(toOrigin)
                path.append(fonts.outline(of: glyph.id, in: run.font).applying(map))
            }
            return ArtworkLine.Character(
                path: path, minX: (character.minX - line.x) * scale,
                maxX: (character.maxX - line.x) * scale)
        }
        let last = line.characters.reduce(line.x + line.width) { max($0, $1.maxX) }
        return ArtworkLine(
            characters: characters, width: (last - line.x) * scale, ascent: line.ascent * scale,
            descent: line.descent * scale, xHeight: xHeight * scale)
    }
}

extension ArtworkLine {
    fileprivate static let empty = ArtworkLine(
        characters: [], width: 0, ascent: 0, descent: 0, xHeight: 0)
}

extension String {
    /// The text with no-break spaces at both ends: a line's own spaces there have no advance.
    fileprivate var keepingOuterBlanks: String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " }
        let all = Array(unicodeScalars)
        let leading = all.prefix(while: isBlank).count
        let trailing = all.dropFirst(leading).reversed().prefix(while: isBlank).count
        guard leading + trailing > 0 else { return self }
        var result = String.UnicodeScalarView()
        let noBreak: Unicode.Scalar = "\u{A0}"
        for (index, scalar) in all.enumerated() {
            let isOuter = index < leading || index >= all.count - trailing
            result.append(isOuter ? noBreak : scalar)
        }
        return String(result)
    }
}
