import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartTypesetting

/// A text on a path, laid out on a straight line.
struct TextOnPath {
    var text: TypesetText
    var curve: BaselineCurve
    /// Offset from the straight line's x to the distance along the curve.
    var shift: Double
    /// Distance from the top of the straight line to the part that is placed on the curve.
    var level: Double
    /// The paragraph of the straight line, and its available length in px.
    var line: Paragraph
    var room: Double
}

extension LayoutEngine {
    /// The text at the largest size that fits the curve in a box of `size`.
    func textOnPath(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, in size: Size
    ) -> Result<TextOnPath, TypesettingError> {
        guard let path = block.path else { preconditionFailure("a text without a path") }
        let side = paragraph.sideOfPlace
        let curve = BaselineCurve(path, in: Rect(origin: .zero, size: size), side: side)
        var line = paragraph
        line.flow = .characters
        (line.wrapping, line.maxLines, line.alignment) = (.none, 1, .start)
        let room = curve.room(side, share: path.share)
        return text(of: element, line, .whole, width: room, height: nil).map { text in
            let width = text.lines.first?.width ?? 0
            let start =
                switch side {
                case .after: curve.anchor
                case .around: curve.anchor - width / 2
                case .before: curve.anchor - width
                }
            let baseline = text.lines.first?.baseline ?? 0
            return TextOnPath(
                text: text, curve: curve, shift: start - (text.lines.first?.x ?? 0),
                level: path.level == .middle ? text.middle : baseline, line: line, room: room)
        }
    }
}

extension TypesetText {
    /// Half the height of capitals above the first baseline, or of the letters in a connected
    /// script, which has no capitals.
    fileprivate var middle: Double {
        guard let line = lines.first else { return 0 }
        let ink = line.characters.compactMap(\.outline).reduce(Rect.zero) {
            $0.union($1.tightBounds)
        }
        return ink.isEmpty ? line.baseline - capHeight / 2 : ink.center.y
    }
}

extension Paragraph {
    /// Side of the text relative to its position; text runs from left to right along a curve in
    /// every script.
    fileprivate var sideOfPlace: BaselineCurve.Side {
        let isRightToLeft = language.direction == .rightToLeft
        switch alignment {
        case .center: return .around
        case .start, .justify: return isRightToLeft ? .before : .after
        case .end: return isRightToLeft ? .after : .before
        }
    }
}

extension DisplayListBuilder {
    /// Draws each letter of a text on the curve, rotated with it.
    mutating func paintTextOnPath(
        _ fragment: Fragment, _ paragraph: Paragraph, _ block: TextBlock, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        let result = engine.textOnPath(of: fragment.element, paragraph, block, in: fragment.size)
        switch result {
        case .failure(let fault): reportFault(about: fault, fragment, paragraph)
        case .success(let text):
            let toCard = Transform.translation(context.origin).then(context.transform)
            let painted = text.text.lines.first.map { text.drawn($0, toCard) } ?? PaintedText()
            commands += painted.commands
            text.text.lines.first.map { commands += text.bent($0, toCard) }
            report(text.text, painted, fragment, paragraph, nil, at: context)
            addReasons(text, paragraph, block)
        }
    }
}

extension TextOnPath {
    /// The letters of the line, each in its own run.
    fileprivate func drawn(_ line: TypesetLine, _ toCard: Transform) -> PaintedText {
        var painted = PaintedText()
        var box = Rect.zero
        for character in line.characters {
            var run = line.runs[character.run]
            run.glyphs = Array(run.glyphs[character.glyphs])
            let place = placing(character).then(toCard)
            run.transform = run.transform.then(place)
            if character.outline == nil {
                painted.runs.append(run)
            } else {
                painted.bent.append(run)
            }
            let room = Rect(
                minX: character.minX, minY: line.baseline - line.ascent, maxX: character.maxX,
                maxY: line.baseline + line.descent)
            box = box.union(place.bounds(of: room))
        }
        let middle = toCard(curve.point(at: curve.anchor))
        painted.lines = [TextReport.Line(text: line.text, box: box, baseline: middle.y)]
        return painted
    }

    /// Connected letters bent along the curve, one path per run.
    fileprivate func bent(_ line: TypesetLine, _ toCard: Transform) -> [DrawCommand] {
        line.runs.indices.flatMap { index -> [DrawCommand] in
            var path = Path()
            for character in line.characters where character.run == index {
                character.outline.map { path.append($0.mapped { bent($0) }) }
            }
            guard !path.isEmpty else { return [] }
            let run = line.runs[index]
            let fill = DrawCommand.fill(PathFill(path, paint: run.paint, transform: toCard))
            guard let outline = run.outline else { return [fill] }
            let line = PathStroke(
                path, stroke: outline.stroke, paint: outline.paint, transform: toCard)
            return [.stroke(line), fill]
        }
    }

    /// A point above or below the straight line, at the same distance from the curve's nearest
    /// point.
    private func bent(_ point: Point) -> Point {
        let place = curve.placing(point.x + shift...point.x + shift, baseline: level)
        return place(Point(x: point.x + shift, y: point.y))
    }

    /// Moves a letter from the straight line to the curve.
    private func placing(_ character: LineCharacter) -> Transform {
        Transform.translation(Point(x: shift, y: 0)).then(
            curve.placing(character.minX + shift...character.maxX + shift, baseline: level))
    }
}
