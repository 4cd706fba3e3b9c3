import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

/// Words of one font and style on a line with a decoration; lengths in px.
struct DecoratedRun {
    var style: TextStyle
    var font: Font
    /// The font size.
    var em: Double
    var from: Double
    var to: Double
    var glyphs: [GlyphRun.Glyph]
    var text: String

    /// True for square characters that extend below the baseline.
    fileprivate var isIdeographic: Bool {
        text.unicodeScalars.contains { Script(of: $0.value).isIdeographic }
    }
}

/// Extent of ideographs below the baseline, in em.
private let ideographDescent = 0.14

extension LineLayout {
    /// The decorations of a line: highlights first, then rules.
    ///
    /// - Parameter line: its top and bottom; a highlight without padding is not higher.
    func decorations(
        of words: [DecoratedRun], baseline: Double, line: ClosedRange<Double>
    ) -> [LineDecoration] {
        guard !words.isEmpty else { return [] }
        let highlights = groups(of: words, by: \.highlight).map { highlight, words in
            decoration(highlight, behind: words, baseline: baseline, line: line)
        }
        let underlines = groups(of: words, by: \.underline).map { rule, words in
            underline(rule, below: words, baseline: baseline)
        }
        let strikes = groups(of: words, by: \.strike).map { rule, words in
            strike(rule, through: words, baseline: baseline)
        }
        return highlights + underlines + strikes
    }

    /// Adjacent runs with the same decoration, which is drawn as one.
    private func groups<Decoration: Hashable>(
        of words: [DecoratedRun], by decoration: KeyPath<TextStyle, Decoration?>
    ) -> [(Decoration, [DecoratedRun])] {
        var groups: [(Decoration, [DecoratedRun])] = []
        for piece in words {
            guard let own = piece.style[keyPath: decoration] else { continue }
            if let (last, pieces) = groups.last, last == own, let neighbour = pieces.last,
                abs(neighbour.to - piece.from) < 0.01
            {
                groups[groups.count - 1].1.append(piece)
            } else {
                groups.append((own, [piece]))
            }
        }
        return groups
    }

    /// Highlight boxes with the same height on every line: that of the text's main font, or that of
    /// the line.
    private func decoration(
        _ highlight: TextHighlight, behind words: [DecoratedRun], baseline: Double,
        line: ClosedRange<Double>
    ) -> LineDecoration {
        let em = words.reduce(0) { max($0, $1.em) }
        let padding = highlight.verticalPadding * em
        let above = min(text.metrics.ascent * em, baseline - line.lowerBound) + padding
        let below = min(text.metrics.descent * em, line.upperBound - baseline) + padding
        let beside = highlight.horizontalPadding * em
        let box = Rect(
            minX: words[0].from - beside, minY: baseline - above,
            maxX: words[words.count - 1].to + beside, maxY: baseline + below)
        return LineDecoration(
            kind: .highlight, boxes: [box], cornerRadius: highlight.cornerRadius * em,
            paint: .solid(highlight.color))
    }

    private func strike(
        _ rule: TextRule, through words: [DecoratedRun], baseline: Double
    ) -> LineDecoration {
        let widest = words.widest
        let band = band(rule, widest.font.strike, em: widest.em, baseline: baseline)
        return LineDecoration(
            kind: .strike,
            boxes: [
                Rect(
                    minX: words[0].from, minY: band.lowerBound,
                    maxX: words[words.count - 1].to, maxY: band.upperBound)
            ], paint: rule.color.map(Paint.solid) ?? widest.style.paint)
    }

    private func underline(
        _ rule: TextRule, below words: [DecoratedRun], baseline: Double
    ) -> LineDecoration {
        let widest = words.widest
        var place = widest.font.underline
        if widest.isIdeographic { place.offset = max(place.offset, ideographDescent) }
        let band = band(rule, place, em: widest.em, baseline: baseline)
        var free = [words[0].from...words[words.count - 1].to]
        if rule.crossing == .leavesInkOut {
            let gap = (band.upperBound - band.lowerBound) + 0.02 * widest.em
            for piece in words {
                for ink in ink(of: piece, in: band) {
                    free = free.without(ink.lowerBound - gap...ink.upperBound + gap)
                }
            }
        }
        let shortest = band.upperBound - band.lowerBound
        let boxes = free.filter { $0.upperBound - $0.lowerBound > shortest }.map {
            Rect(
                minX: $0.lowerBound, minY: band.lowerBound, maxX: $0.upperBound,
                maxY: band.upperBound)
        }
        return LineDecoration(
            kind: .underline, boxes: boxes, paint: rule.color.map(Paint.solid) ?? widest.style.paint
        )
    }

    private func band(
        _ rule: TextRule, _ font: (offset: Double, thickness: Double), em: Double, baseline: Double
    ) -> ClosedRange<Double> {
        let top = baseline + (rule.offset ?? font.offset) * em
        return top...top + (rule.thickness ?? font.thickness) * em
    }

    /// Ranges in which the outlines of the letters cross a horizontal band, per contour.
    ///
    /// Ideographs all extend into it slightly; a line below them is not interrupted.
    private func ink(
        of words: DecoratedRun, in band: ClosedRange<Double>
    ) -> [ClosedRange<Double>] {
        guard !words.font.isEmoji, !words.isIdeographic else { return [] }
        return words.glyphs.flatMap { glyph in
            let toText = Transform.scale(x: words.em, y: words.em)
                .then(.translation(glyph.position))
            return measure.outline(of: glyph.id, in: words.font).contours.compactMap { contour in
                Path([contour]).crossing(of: band, through: toText)
            }
        }
    }
}

extension Path {
    /// The range in which an outline is inside a horizontal band; nil if it is not.
    fileprivate func crossing(
        of band: ClosedRange<Double>, through transform: Transform
    ) -> ClosedRange<Double>? {
        var (low, high) = (Double.infinity, -Double.infinity)
        forEachLine(tolerance: 0.2, transform: transform) { from, to in
            let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
            guard upper.y <= band.upperBound, lower.y >= band.lowerBound else { return }
            for y in [max(upper.y, band.lowerBound), min(lower.y, band.upperBound)] {
                let share = lower.y > upper.y ? (y - upper.y) / (lower.y - upper.y) : 0
                let x = upper.x + (lower.x - upper.x) * share
                (low, high) = (min(low, x), max(high, x))
            }
            if lower.y == upper.y { (low, high) = (min(low, lower.x), max(high, lower.x)) }
        }
        return low <= high ? low...high : nil
    }
}

extension [DecoratedRun] {
    /// The runs that determine the position of a rule along all of them.
    fileprivate var widest: DecoratedRun {
        self.dropFirst().reduce(self[0]) { $1.to - $1.from > $0.to - $0.from ? $1 : $0 }
    }
}

extension [ClosedRange<Double>] {
    /// The rest of ascending ranges without one range.
    fileprivate func without(_ hole: ClosedRange<Double>) -> [ClosedRange<Double>] {
        flatMap { range -> [ClosedRange<Double>] in
            guard range.overlaps(hole) else { return [range] }
            var left: [ClosedRange<Double>] = []
            if range.lowerBound < hole.lowerBound {
                left.append(range.lowerBound...hole.lowerBound)
            }
            if hole.upperBound < range.upperBound {
                left.append(hole.upperBound...range.upperBound)
            }
            return left
        }
    }
}
