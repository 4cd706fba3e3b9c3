import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPixels
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout
@testable import BlueHeartTypesetting

// A short way to write scenes in tests.

func origin(_ name: String?) -> Origin {
    Origin(
        location: SourceLocation(file: "test.json", line: 1, column: 1),
        path: JSONPath(name.map { [.key($0)] } ?? []))
}

func node(_ id: String?, _ content: Content, _ box: Box, _ look: Appearance) -> Node {
    Node(origin: origin(id), id: id, box: box, appearance: look, content: content)
}

func row(
    id: String? = nil, box: Box = Box(), gap: Double = 0, lineGap: Double = 0,
    padding: Insets = .zero, align: Frame.Alignment = .stretch,
    justify: Frame.Justification = .start, wrap: Frame.Wrapping = .none,
    direction: TextDirection = .leftToRight, look: Appearance = Appearance(), _ children: Node...
) -> Node {
    node(
        id,
        .frame(
            Frame(
                axis: .row, direction: direction, padding: padding, gap: gap, lineGap: lineGap,
                align: align, justify: justify, wrapping: wrap, children: children)), box, look)
}

func column(
    id: String? = nil, box: Box = Box(), gap: Double = 0, padding: Insets = .zero,
    align: Frame.Alignment = .stretch, justify: Frame.Justification = .start,
    direction: TextDirection = .leftToRight, look: Appearance = Appearance(), _ children: Node...
) -> Node {
    node(
        id,
        .frame(
            Frame(
                axis: .column, direction: direction, padding: padding, gap: gap, align: align,
                justify: justify, children: children)), box, look)
}

func overlay(
    id: String? = nil, box: Box = Box(), padding: Insets = .zero,
    align: Frame.Alignment = .stretch, justify: Frame.Justification = .start,
    direction: TextDirection = .leftToRight, look: Appearance = Appearance(), _ children: Node...
) -> Node {
    node(
        id,
        .frame(
            Frame(
                axis: .overlay, direction: direction, padding: padding, align: align,
                justify: justify, children: children)), box, look)
}

func shape(
    _ id: String? = nil, _ box: Box = Box(), _ outline: ShapeOutline = .rectangle(.square),
    look: Appearance = Appearance(fill: .solid(.black))
) -> Node {
    node(id, .shape(ShapeBlock(outline: outline)), box, look)
}

func image(
    _ id: String? = nil, _ name: String, _ box: Box = Box(), fit: ImageBlock.Fit = .cover,
    focus: Point = Point(x: 0.5, y: 0.5), look: Appearance = Appearance()
) -> Node {
    node(
        id, .image(ImageBlock(image: ImageReference(name: name), fit: fit, focus: focus)), box,
        look)
}

func words(
    _ id: String? = nil, _ text: String, _ box: Box = Box(), size: ClosedRange<Double> = 20...20,
    lines: Int? = nil, overflow: Paragraph.Overflow = .error, block: TextBlock = TextBlock(),
    look: Appearance = Appearance()
) -> Node {
    let style = TextStyle(fontFamilies: ["Ruler"])
    let paragraph = Paragraph(
        spans: [TextSpan(text, style: style)],
        language: Language(tag: "en", direction: .leftToRight), fontSize: size, lineHeight: 1,
        maxLines: lines, overflow: overflow)
    return node(id, .text(paragraph, block), box, look)
}

func qr(_ id: String? = nil, _ text: String, _ box: Box = Box(), quietZone: Int = 4) -> Node {
    node(id, .qr(QRBlock(text: text, quietZone: quietZone)), box, Appearance())
}

func scene(_ root: Node, width: Int = 600, height: Int = 400) -> Scene {
    Scene(
        widthInPixels: width, heightInPixels: height, safeInsets: .zero,
        language: Language(tag: "en", direction: .leftToRight), root: root,
        words: SceneWords(title: "", alt: "", caption: CaptionSource(text: "")))
}

func laidOut(
    _ root: Node, width: Int = 600, height: Int = 400
) throws(CardError) -> LaidOutCard {
    let context = LayoutContext(texts: Ruler(), images: Pictures())
    return try layOut(scene(root, width: width, height: height), with: context)
}

extension LaidOutCard {
    /// The boxes of the nodes with these ids, as `x y width height`.
    func boxes(_ ids: String...) -> [String] {
        ids.map { id in
            guard let box = nodes.first(where: { $0.id == id })?.box else { return "none" }
            return [box.minX, box.minY, box.width, box.height].map(short).joined(separator: " ")
        }
    }
}

/// Two decimals, none where they are 0.
func short(_ number: Double) -> String {
    let hundredths = (number * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
}

/// The pictures `WxH`, each with that size; all else is missing.
struct Pictures: ImageProvider {
    func size(of image: ImageReference) throws(ImageFault) -> Size {
        let sides = image.name.split(separator: "x").compactMap { Double($0) }
        guard sides.count == 2 else {
            throw ImageFault(code: "unknown-image", message: "Expected a picture.")
        }
        return Size(width: sides[0], height: sides[1])
    }

    func image(
        _ image: ImageReference, covering pixels: Size, showing part: Rect
    ) throws(ImageFault) -> SourceImage {
        _ = try size(of: image)
        let bitmap = Bitmap(width: Int(pixels.width), height: Int(pixels.height))
        return SourceImage(key: "\(image.name)@\(bitmap.width)x\(bitmap.height)", bitmap: bitmap)
    }
}

/// A font with which results can be computed in the head.
///
/// Every character is half an em wide and lines are an em high; capitals are 0.7 em, baselines
/// 0.8 em below the line's top. Sizes are tried in steps of 1 px.
struct Ruler: TextLayoutProvider {
    func widths(
        of paragraph: Paragraph
    ) throws(TypesettingError) -> (narrowest: Double, widest: Double) {
        let words = paragraph.text.split(separator: " ").map(\.unicodeScalars.count)
        let size = paragraph.fontSize.upperBound
        let all = Double(paragraph.text.unicodeScalars.count)
        return (Double(words.max() ?? 0) * size / 2, all * size / 2)
    }

    func typeset(
        _ paragraph: Paragraph, width: Double, height: Double?
    ) throws(TypesettingError) -> TypesetText {
        var size = paragraph.fontSize.upperBound
        while true {
            let text = set(paragraph, width, size: size)
            let fits =
                text.size.height <= height ?? .infinity
                && text.lines.count <= paragraph.maxLines ?? .max
                && text.lines.allSatisfy { $0.width <= width }
            if fits { return text }
            if size <= paragraph.fontSize.lowerBound { break }
            size = max(paragraph.fontSize.lowerBound, size - 1)
        }
        let text = set(paragraph, width, size: size)
        guard paragraph.overflow != .error else { throw misfit(of: text, width, height) }
        return cut(paragraph, text, height)
    }

    private func misfit(
        of text: TypesetText, _ width: Double, _ height: Double?
    ) -> TypesettingError {
        .doesNotFit(
            Misfit(
                smallestSize: text.fontSize, needed: text.size,
                available: Size(width: width, height: height ?? .infinity),
                lines: text.lines.count, maxLines: nil))
    }

    private func cut(
        _ paragraph: Paragraph, _ text: TypesetText, _ height: Double?
    ) -> TypesetText {
        var text = text
        let rows = height.map { max(1, Int($0 / text.fontSize)) } ?? .max
        text.lines = Array(text.lines.prefix(min(rows, paragraph.maxLines ?? .max)))
        text.size = Size(
            width: text.size.width, height: text.fontSize * Double(text.lines.count))
        text.isTruncated = true
        return text
    }

    private func set(_ paragraph: Paragraph, _ width: Double, size: Double) -> TypesetText {
        var lines: [String] = []
        for word in paragraph.text.split(separator: " ") {
            if let last = lines.last,
                Double((last + " " + word).unicodeScalars.count) * size / 2 <= width
            {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        let set = lines.enumerated().map { line($1, Double($0), size, paragraph) }
        return TypesetText(
            text: paragraph.text, fontSize: size, lines: set,
            size: Size(
                width: set.map(\.width).max() ?? 0, height: Double(lines.count) * size),
            capHeight: 0.7 * size, xHeight: 0.5 * size, isTruncated: false)
    }

    private func line(
        _ text: String, _ index: Double, _ size: Double, _ paragraph: Paragraph
    ) -> TypesetLine {
        let baseline = (index + 0.8) * size
        let count = paragraph.flow == .characters ? text.unicodeScalars.count : 1
        let run = GlyphRun(
            font: FontID(index: 0), fontSize: size,
            glyphs: (0..<count).map {
                .init(id: 1, position: Point(x: Double($0) * size / 2, y: baseline))
            }, paint: paragraph.spans[0].style.paint, text: text)
        var line = TypesetLine(
            top: index * size, height: size, baseline: baseline, x: 0,
            width: Double(text.unicodeScalars.count) * size / 2, ascent: 0.8 * size,
            descent: 0.2 * size, direction: .leftToRight, runs: [run], range: 0..<0, text: text)
        guard paragraph.flow == .characters else { return line }
        line.characters = (0..<count).map { index in
            LineCharacter(
                run: 0, glyphs: index..<index + 1, minX: Double(index) * size / 2,
                maxX: Double(index + 1) * size / 2)
        }
        return line
    }
}
