import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The outlines of a text, typeset with the kit's fonts.
    func composeText(_ index: Int, _ context: Context) throws(ArtworkError) -> Drawn {
        guard let typesetter else {
            report(
                index, "text inside of a drawing is not drawn",
                cure: "convert the text to outlines, or set it in the template")
            return .nothing
        }
        if context.style.font.isVertical {
            report(
                index, "text from top to bottom is drawn from left to right",
                cure: "convert the text to outlines")
        }
        var collector = TextCollector(self)
        collector.collect(index, context)
        var placed: [PlacedText] = []
        for chunk in chunks(collector.trimmed) {
            placed += set(chunk, context, typesetter, after: placed.last?.end ?? .zero)
        }
        let bounds = placed.reduce(nil) { union($0, $1.bounds) }
        guard let bounds else { return .nothing }
        var drawn = Drawn(bounds: bounds)
        for text in placed {
            drawn.commands += try paint(text, bounds, context)
        }
        return drawn
    }

    private func paint(
        _ text: PlacedText, _ bounds: Bounds, _ context: Context
    ) throws(ArtworkError) -> [DrawCommand] {
        guard text.style.isVisible, !text.path.isEmpty else { return [] }
        try count(segments: text.path.verbs.count, text.index)
        var inner = context
        inner.style = text.style
        let shape = Shape(path: text.path, bounds: bounds, index: text.index)
        var commands: [DrawCommand] = []
        for layer in text.style.paintOrder {
            switch layer {
            case .fill: commands += try fill(shape, inner)
            case .stroke: commands += try stroke(shape, inner)
            case .markers: break
            }
        }
        return commands
    }

    /// Runs up to the next absolute place.
    private func chunks(_ runs: [TextRun]) -> [[TextRun]] {
        var result: [[TextRun]] = []
        for run in runs {
            if run.beginsChunk || result.isEmpty || run.path != result.last?.last?.path {
                result.append([run])
            } else {
                result[result.count - 1].append(run)
            }
        }
        return result
    }

    /// Outlines in the user space of the text.
    private struct PlacedText {
        var path: Path
        var index: Int
        var style: Style
        var bounds: Bounds?
        /// The pen after it.
        var end: Point
    }

    private func set(
        _ chunk: [TextRun], _ context: Context, _ typesetter: any ArtworkTypesetter,
        after pen: Point
    ) -> [PlacedText] {
        var lines: [(run: TextRun, line: ArtworkLine)] = []
        for run in chunk {
            do throws(ArtworkTextFault) {
                lines.append((run, try typesetter.line(run.text, style(of: run, context))))
            } catch {
                report(run.index, error.message, cure: error.cure)
            }
        }
        guard let first = chunk.first, !lines.isEmpty else { return [] }
        let width = lines.reduce(0) { $0 + $1.line.width + $1.run.shift.x }
        var pen = Point(x: first.x ?? pen.x, y: first.y ?? pen.y)
        let spare =
            switch first.style.font.anchor {
            case "middle": width / 2
            case "end": width
            default: 0.0
            }
        pen.x -= first.style.font.isRightToLeft ? width - spare : spare
        if let path = first.path { return setOnPath(path, lines, context, spare: spare) }
        return lines.map { place($0.run, $0.line, &pen) }
    }

    private func place(_ run: TextRun, _ line: ArtworkLine, _ pen: inout Point) -> PlacedText {
        pen = pen + run.shift
        let baseline = Point(x: pen.x, y: pen.y - run.rise + run.style.baselineDrop(line))
        var path = Path()
        for character in line.characters {
            var map = Transform.translation(baseline)
            if run.rotation != 0 {
                let origin = Point(x: character.minX, y: 0)
                map = Transform.rotation(Angle(degrees: run.rotation)).around(origin).then(map)
            }
            path.append(character.path.applying(map))
        }
        for rule in rules(run.style, line) {
            path.append(Path.rect(rule.offset(by: baseline)))
        }
        let box = Rect(
            minX: baseline.x, minY: baseline.y - line.ascent, maxX: baseline.x + line.width,
            maxY: baseline.y + line.descent)
        pen.x += line.width
        return PlacedText(
            path: path, index: run.index, style: run.style, bounds: Bounds(box), end: pen)
    }

    /// Underline, overline and strike, as rectangles from the baseline's start.
    private func rules(_ style: Style, _ line: ArtworkLine) -> [Rect] {
        let thickness = style.fontSize / 20
        return style.decorations.compactMap { word in
            let top: Double
            switch word {
            case "underline": top = style.fontSize * 0.1
            case "overline": top = -line.ascent
            case "line-through": top = -line.xHeight / 2 - thickness / 2
            default: return nil
            }
            return Rect(x: 0, y: top, width: line.width, height: thickness)
        }
    }

    private func style(of run: TextRun, _ context: Context) -> ArtworkTextStyle {
        let lengths = context.lengths(run.style)
        let font = run.style.font
        return ArtworkTextStyle(
            families: font.families, weight: font.weight, isItalic: font.isItalic,
            fontSize: run.style.fontSize,
            letterSpacing: lengths.resolve(font.letterSpacing, .x),
            wordSpacing: lengths.resolve(font.wordSpacing, .x),
            isRightToLeft: font.isRightToLeft)
    }

    // MARK: Text on a path

    private func setOnPath(
        _ index: Int, _ lines: [(run: TextRun, line: ArtworkLine)], _ context: Context,
        spare: Double
    ) -> [PlacedText] {
        guard let target = hrefTarget(index), element(target).name == "path" else { return [] }
        let style = Style.computed(document.cascade.values[target], inside: Style())
        let own = transform(of: style, box: nil, viewport: context.viewport)
        let track = Track(path(of: target, context).applying(own))
        let lengths = LengthContext(
            em: context.style.fontSize, viewportWidth: track.length, viewportHeight: track.length)
        var along = -spare + (length(index, "startOffset", .x, lengths) ?? 0)
        var result: [PlacedText] = []
        var drop = 0.0
        for (run, line) in lines {
            along += run.shift.x
            drop += run.shift.y
            var path = Path()
            for character in line.characters {
                let middle = (character.minX + character.maxX) / 2
                guard let place = track.place(at: along + middle) else { continue }
                let baseline = drop - run.rise + run.style.baselineDrop(line)
                path.append(
                    character.path.applying(
                        Transform.translation(Point(x: -middle, y: baseline)).then(place)))
            }
            along += line.width
            result.append(
                PlacedText(
                    path: path, index: run.index, style: run.style,
                    bounds: path.isEmpty ? nil : Bounds(path.tightBounds),
                    end: track.place(at: min(along, track.length))?(.zero) ?? .zero))
        }
        return result
    }
}

/// A path by its length.
private struct Track {
    private var points: [Point] = []
    private var lengths: [Double] = []
    var length: Double { lengths.last ?? 0 }

    init(_ path: Path) {
        for contour in path.contours {
            append(contour.start, isMove: true)
            for segment in contour.segments { append(segment) }
            if contour.isClosed { append(contour.start, isMove: false) }
        }
    }

    private mutating func append(_ segment: PathSegment) {
        guard case .line(_, let end) = segment else {
            for step in 1...64 { append(segment.point(at: Double(step) / 64), isMove: false) }
            return
        }
        append(end, isMove: false)
    }

    private mutating func append(_ point: Point, isMove: Bool) {
        let step = isMove ? 0 : points.last.map { (point - $0).length } ?? 0
        lengths.append(length + step)
        points.append(point)
    }

    /// The map from a letter's space to the position at a distance; nil beyond the ends.
    func place(at distance: Double) -> Transform? {
        guard distance >= 0, distance <= length, length > 0 else { return nil }
        var (low, high) = (0, lengths.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lengths[middle] <= distance { low = middle } else { high = middle }
        }
        let step = lengths[high] - lengths[low]
        guard step > 0 else { return nil }
        let way = (points[high] - points[low]) * (1 / step)
        let point = points[low].lerp(to: points[high], (distance - lengths[low]) / step)
        return Transform(a: way.x, b: way.y, c: -way.y, d: way.x, tx: point.x, ty: point.y)
    }
}

extension Style {
    /// Distance of the alphabetic baseline below the requested one.
    fileprivate func baselineDrop(_ line: ArtworkLine) -> Double {
        let name = own.alignmentBaseline.isEmpty ? font.baseline : own.alignmentBaseline
        return switch name {
        case "middle": line.xHeight / 2
        case "central": (line.ascent - line.descent) / 2
        case "hanging", "text-top": line.ascent * 0.8
        case "mathematical": line.ascent / 2
        case "text-before-edge", "before-edge": line.ascent
        case "text-after-edge", "after-edge", "ideographic", "text-bottom": -line.descent
        default: 0
        }
    }
}
