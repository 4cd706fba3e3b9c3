import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartTypesetting

extension DisplayListBuilder {
    /// Draws the lines of a text, with baselines on whole px if the text is axis-aligned.
    mutating func paintText(
        _ fragment: Fragment, _ paragraph: Paragraph, _ block: TextBlock, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        let result = engine.finalText(of: fragment.element, paragraph, block, in: fragment.size)
        switch result {
        case .failure(let fault):
            reportFault(about: fault, fragment, paragraph)
            guard let text = overflowing(fault, fragment, paragraph) else { return }
            paint(text, fragment, paragraph, block, at: context, into: &commands)
            addReasons(text, fragment, paragraph, block, fault)
        case .success(let text):
            paint(text, fragment, paragraph, block, at: context, into: &commands)
            addReasons(text, fragment, paragraph, block, nil)
        }
    }

    private mutating func paint(
        _ text: TypesetText, _ fragment: Fragment, _ paragraph: Paragraph, _ block: TextBlock,
        at context: PaintContext, into commands: inout [DrawCommand]
    ) {
        let box = Rect(origin: .zero, size: fragment.size)
        let own = block.paint.map { TextPaint(paint: paint($0, in: box), of: $0) }
        let top = engine.textTop(of: text, block, in: fragment.size.height)
        var painted = PaintedText()
        for line in text.lines {
            let shift = lineShift(line, top: top, at: context)
            painted.runs += self.runs(of: line, shift: shift, top: top, own, at: context)
            painted.lines.append(report(line, shift: shift, at: context))
            painted.add(line.decorations, shift: shift, top: top, own, at: context)
        }
        commands += painted.commands
        report(text, painted, fragment, paragraph, own, at: context)
    }

    /// Offset from the text's own space to the node's, with the baseline on whole px if possible.
    private func lineShift(_ line: TypesetLine, top: Double, at context: PaintContext) -> Point {
        let y = context.origin.y + top
        guard context.isUpright else { return Point(x: context.origin.x, y: y) }
        return Point(
            x: context.origin.x, y: (y + line.baseline + 0.5).rounded(.down) - line.baseline)
    }

    private func runs(
        of line: TypesetLine, shift: Point, top: Double, _ own: TextPaint?, at context: PaintContext
    ) -> [GlyphRun] {
        // The node's own paint is relative to the node's box, whose top is above the first line's.
        let toText = Point(x: 0, y: -top)
        return line.runs.map { run in
            var run = run
            if let own, run.paint == own.standIn { run.paint = own.paint.moved(by: toText) }
            run.transform = run.transform.then(.translation(shift)).then(context.transform)
            return run
        }
    }

    private func report(_ line: TypesetLine, shift: Point, at context: PaintContext)
        -> TextReport.Line
    {
        let box = context.transform.bounds(of: line.box.offset(by: shift))
        let baseline = context.transform(Point(x: line.box.minX, y: line.baseline) + shift).y
        return TextReport.Line(text: line.text, box: box, baseline: baseline)
    }

    mutating func report(
        _ text: TypesetText, _ painted: PaintedText, _ fragment: Fragment, _ paragraph: Paragraph,
        _ own: TextPaint?, at context: PaintContext
    ) {
        guard let index = reportIndex(at: context) else { return }
        let node = fragment.element.node
        var paints: [Paint] = []
        for span in paragraph.spans {
            let given = span.style.paint
            let paint = own.map { given == $0.standIn ? $0.paint : given } ?? given
            if !paints.contains(paint) { paints.append(paint) }
        }
        texts.append(
            TextReport(
                id: node.id, origin: node.origin, text: paragraph.text,
                direction: paragraph.language.direction, node: index, box: nodes[index].box,
                fontSize: text.fontSize, fontSizeRange: paragraph.fontSize,
                lines: painted.lines, isTruncated: text.isTruncated, paints: paints,
                runs: painted.runs + painted.bent,
                fontWeight: paragraph.spans.map(\.style.fontWeight).min() ?? 400))
    }
}

/// The draw commands of a text with its report.
struct PaintedText {
    var lines: [TextReport.Line] = []
    var runs: [GlyphRun] = []
    /// Runs that are drawn as paths.
    var bent: [GlyphRun] = []
    /// Boxes of one colour as one path, so that overlaps of a translucent one are painted once.
    private var highlights: [PathFill] = []
    private var underlines: [PathFill] = []
    private var strikes: [PathFill] = []

    /// Boxes are behind all lines, because they may extend into the line above.
    var commands: [DrawCommand] {
        (highlights + underlines).map(DrawCommand.fill) + runs.map(DrawCommand.glyphs)
            + strikes.map(DrawCommand.fill)
    }

    mutating func add(
        _ decorations: [LineDecoration], shift: Point, top: Double, _ own: TextPaint?,
        at context: PaintContext
    ) {
        for decoration in decorations {
            var paint = decoration.paint
            if let own, paint == own.standIn {
                paint = own.paint.moved(by: Point(x: shift.x, y: shift.y - top))
            }
            let path = decoration.path(shift: shift, at: context)
            let fill = PathFill(path, paint: paint, transform: context.transform)
            switch decoration.kind {
            case .highlight: highlights.join(fill)
            case .underline: underlines.join(fill)
            case .strike: strikes.join(fill)
            }
        }
    }
}

extension [PathFill] {
    /// Joins the last fill if the paint is the same.
    fileprivate mutating func join(_ fill: PathFill) {
        if let last = self.last, last.paint == fill.paint, last.transform == fill.transform {
            self[count - 1].path.append(fill.path)
        } else {
            append(fill)
        }
    }
}

extension LineDecoration {
    /// The boxes of a line; rules on whole px if the text is axis-aligned.
    fileprivate func path(shift: Point, at context: PaintContext) -> Path {
        var path = Path()
        for box in boxes {
            let place = box.offset(by: shift)
            switch kind {
            case .highlight:
                let radius = min(cornerRadius, place.width / 2, place.height / 2)
                path.append(
                    radius > 0 ? .roundedRect(place, radii: CornerRadii(all: radius)) : .rect(place)
                )
            case .underline, .strike:
                path.append(.rect(context.isUpright ? place.onWholeRows : place))
            }
        }
        return path
    }
}

extension Rect {
    /// The rectangle with its upper and lower edge on whole px, at least 1 px apart.
    fileprivate var onWholeRows: Rect {
        let height = max(1, self.height.rounded())
        return Rect(x: minX, y: (minY + 0.5).rounded(.down), width: width, height: height)
    }
}

/// The paint of a whole text, and the paint that marks spans without their own.
struct TextPaint {
    var paint: Paint
    var standIn: Paint

    init(paint: Paint, of source: BoxPaint) {
        self.paint = paint
        standIn =
            switch source {
            case .solid(let color): .solid(color)
            case .gradient(let gradient): .solid(gradient.stops.first?.color ?? .black)
            case .pattern: .solid(.black)
            }
    }
}

extension TypesetLine {
    fileprivate var box: Rect { Rect(x: x, y: top, width: width, height: height) }
}

extension Paint {
    /// The paint in a space whose origin is at `-shift` of this one.
    func moved(by shift: Point) -> Paint {
        switch self {
        case .solid: return self
        case .gradient(var gradient):
            gradient.geometry = gradient.geometry.moved(by: shift)
            return .gradient(gradient)
        case .pattern(var pattern):
            pattern.transform = pattern.transform.then(.translation(shift))
            return .pattern(pattern)
        }
    }
}

extension Gradient.Geometry {
    fileprivate func moved(by shift: Point) -> Gradient.Geometry {
        switch self {
        case .linear(let from, let to): .linear(from: from + shift, to: to + shift)
        case .radial(let center, let radiusX, let radiusY):
            .radial(center: center + shift, radiusX: radiusX, radiusY: radiusY)
        case .conic(let center, let start): .conic(center: center + shift, start: start)
        case .circles(let pair): .circles(pair.moved(by: shift))
        }
    }
}

extension CirclePair {
    fileprivate func moved(by shift: Point) -> CirclePair {
        var pair = self
        pair.transform = pair.transform.then(.translation(shift))
        return pair
    }
}
