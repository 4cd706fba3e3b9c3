public import BlueHeartDrawing
import BlueHeartLanguages

extension Typesetter {
    /// Lays out a paragraph as `typeset` does, and records the decisions.
    public func trace(
        _ paragraph: Paragraph, width: Double, height: Double? = nil
    ) throws(TypesettingError) -> TypesettingTrace {
        let prepared = try prepare(paragraph)
        let box = TextBox(paragraph, for: prepared, width: width, height: height ?? .infinity)
        var breaker = LineBreaker(prepared, measure: LineMeasure(prepared, self))
        let trials = FitTrials()
        breaker.trials = trials
        let fitted = try breaker.fit(box)
        var trace = TypesettingTrace()
        trace.text = String(utf16Units: prepared.source.text[...])
        trace.trials = trials.all
        trace.runs = runs(of: fitted, breaker.measure)
        trace.opportunities = opportunities(in: prepared, taken: fitted.lines.map(\.end))
        trace.isBalanced = isBalanced(fitted, box, breaker)
        return trace
    }

    private func runs(of fitted: FittedText, _ measure: LineMeasure) -> [TypesettingTrace.Run] {
        fitted.lines.enumerated().flatMap { index, line in
            measure.parts(of: line.start..<line.end).compactMap { part in
                let range = part.range.clamped(to: line.start..<line.visibleEnd)
                guard !range.isEmpty else { return nil }
                let font = part.run.font
                return TypesettingTrace.Run(
                    line: index,
                    text: String(decoding: measure.text.source.text[range], as: UTF16.self),
                    family: font.description.family, weight: font.weight,
                    isItalic: measure.text.source.styles[part.run.style].isItalic,
                    fontSize: fitted.fontSize * part.run.scale, script: part.run.script.name,
                    direction: part.run.isRightToLeft ? .rightToLeft : .leftToRight)
            }
        }
    }

    private func opportunities(
        in text: PreparedText, taken ends: [Int]
    ) -> [TypesettingTrace.Opportunity] {
        let taken = Set(ends)
        return text.segments.dropLast().map { segment in
            TypesettingTrace.Opportunity(
                offset: segment.end,
                kind: segment.isHardEnd
                    ? .required : segment.endsWithHyphen ? .hyphen : .allowed,
                isTaken: taken.contains(segment.end))
        }
    }

    private func isBalanced(_ fitted: FittedText, _ box: TextBox, _ breaker: LineBreaker) -> Bool {
        let wrapping = box.paragraph.wrapping
        guard wrapping == .balance || wrapping == .pretty, !fitted.isTruncated else {
            return false
        }
        let full = breaker.lines(in: box.width / fitted.fontSize, wrapping: wrapping)
        return full.map(\.end) != fitted.lines.map(\.end)
    }
}
