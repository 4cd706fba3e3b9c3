import Diagnostics
import Drawing
import Geometry
import Languages
import Scenes
import Typesetting

extension Painter {
    /// Draws the lines of a text, each baseline on whole px where the text is upright.
    mutating func paintText(
        _ placed: Placed, _ paragraph: Paragraph, _ block: TextBlock, at stand: Stand,
        into commands: inout [DrawCommand]
    ) {
        let result = arranger.finalText(of: placed.element, paragraph, block, in: placed.size)
        switch result {
        case .failure(let fault):
            complain(about: fault, placed, paragraph)
            guard let text = overflowing(fault, placed, paragraph) else { return }
            paint(text, placed, paragraph, block, at: stand, into: &commands)
            addReasons(text, placed, paragraph, block, fault)
        case .success(let text):
            paint(text, placed, paragraph, block, at: stand, into: &commands)
            addReasons(text, placed, paragraph, block, nil)
        }
    }

    private mutating func paint(
        _ text: TypesetText, _ placed: Placed, _ paragraph: Paragraph, _ block: TextBlock,
        at stand: Stand, into commands: inout [DrawCommand]
    ) {
        let box = Rect(origin: .zero, size: placed.size)
        let own = block.paint.map { OwnPaint(paint: paint($0, in: box), of: $0) }
        let top = arranger.textTop(of: text, block, in: placed.size.height)
        var drawn = Drawn()
        for line in text.lines {
            let shift = lineShift(line, top: top, at: stand)
            drawn.runs += self.runs(of: line, shift: shift, top: top, own, at: stand)
            drawn.lines.append(report(line, shift: shift, at: stand))
            drawn.add(line.decorations, shift: shift, top: top, own, at: stand)
        }
        commands += drawn.commands
        report(text, drawn, placed, paragraph, own, at: stand)
    }

    /// From the text's own space to the node's, its baseline on whole px where that can be.
    private func lineShift(_ line: TypesetLine, top: Double, at stand: Stand) -> Point {
        let y = stand.origin.y + top
        guard stand.isUpright else { return Point(x: stand.origin.x, y: y) }
        return Point(
            x: stand.origin.x, y: (y + line.baseline + 0.5).rounded(.down) - line.baseline)
    }

    private func runs(
        of line: TypesetLine, shift: Point, top: Double, _ own: OwnPaint?, at stand: Stand
    ) -> [GlyphRun] {
        // The node's own paint knows the node's box, whose top lies above the first line's.
        let toText = Point(x: 0, y: -top)
        return line.runs.map { run in
            var run = run
            if let own, run.paint == own.standIn { run.paint = own.paint.moved(by: toText) }
            run.transform = run.transform.then(.translation(shift)).then(stand.transform)
            return run
        }
    }

    private func report(_ line: TypesetLine, shift: Point, at stand: Stand) -> TextReport.Line {
        let box = stand.transform.bounds(of: line.box.offset(by: shift))
        let baseline = stand.transform(Point(x: line.box.minX, y: line.baseline) + shift).y
        return TextReport.Line(text: line.text, box: box, baseline: baseline)
    }

    mutating func report(
        _ text: TypesetText, _ drawn: Drawn, _ placed: Placed, _ paragraph: Paragraph,
        _ own: OwnPaint?, at stand: Stand
    ) {
        guard let index = reportIndex(at: stand) else { return }
        let node = placed.element.node
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
                lines: drawn.lines, isTruncated: text.isTruncated, paints: paints,
                runs: drawn.runs + drawn.bent,
                fontWeight: paragraph.spans.map(\.style.fontWeight).min() ?? 400))
    }
}

/// A text as it is painted, and what is reported of it.
struct Drawn {
    var lines: [TextReport.Line] = []
    var runs: [GlyphRun] = []
    /// Of runs that are drawn as paths.
    var bent: [GlyphRun] = []
    /// Boxes of one colour as one path, so that a see-through one is not laid over itself.
    private var highlights: [PathFill] = []
    private var underlines: [PathFill] = []
    private var strikes: [PathFill] = []

    /// Boxes lie behind all lines, for they may reach into the line above.
    var commands: [DrawCommand] {
        (highlights + underlines).map(DrawCommand.fill) + runs.map(DrawCommand.glyphs)
            + strikes.map(DrawCommand.fill)
    }

    mutating func add(
        _ decorations: [LineDecoration], shift: Point, top: Double, _ own: OwnPaint?,
        at stand: Stand
    ) {
        for decoration in decorations {
            var paint = decoration.paint
            if let own, paint == own.standIn {
                paint = own.paint.moved(by: Point(x: shift.x, y: shift.y - top))
            }
            let path = decoration.path(shift: shift, at: stand)
            let fill = PathFill(path, paint: paint, transform: stand.transform)
            switch decoration.kind {
            case .highlight: highlights.join(fill)
            case .underline: underlines.join(fill)
            case .strike: strikes.join(fill)
            }
        }
    }
}

extension [PathFill] {
    /// Adds to the last fill where the paint is the same.
    fileprivate mutating func join(_ fill: PathFill) {
        if let last = self.last, last.paint == fill.paint, last.transform == fill.transform {
            self[count - 1].path.append(fill.path)
        } else {
            append(fill)
        }
    }
}

extension LineDecoration {
    /// The boxes of a line; thin lines on whole px where the text is upright.
    fileprivate func path(shift: Point, at stand: Stand) -> Path {
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
                path.append(.rect(stand.isUpright ? place.onWholeRows : place))
            }
        }
        return path
    }
}

extension Rect {
    /// The same with its upper and lower edge on whole px, at least 1 px apart.
    fileprivate var onWholeRows: Rect {
        let height = max(1, self.height.rounded())
        return Rect(x: minX, y: (minY + 0.5).rounded(.down), width: width, height: height)
    }
}

/// The paint of a text as a whole, and the paint by which spans say that they have no other.
struct OwnPaint {
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
    /// The paint in a space whose origin lies at `-shift` of this one.
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
        }
    }
}
