import Drawing
import Geometry
import Scenes
import Typesetting

extension LayoutEngine {
    /// The width of the longest word at the smallest size, or of all words at the largest.
    func textWidth(of element: LayoutElement, _ paragraph: Paragraph, _ available: AvailableSpace)
        -> Double
    {
        let widths = element.textWidths ?? measuredWidths(of: paragraph)
        element.textWidths = widths
        return available == .minContent ? widths.least : widths.most
    }

    private func measuredWidths(of paragraph: Paragraph) -> (least: Double, most: Double) {
        do {
            let widths = try context.texts.widths(of: paragraph)
            let sizes = paragraph.fontSize
            return (widths.narrowest * sizes.lowerBound / sizes.upperBound, widths.widest)
        } catch {
            // The same fault comes up when the text is painted, and is noted there.
            return (0, 0)
        }
    }

    /// The height of the box around the text at a width.
    ///
    /// The longest at the largest size that keeps words whole and lines few enough, the shortest
    /// at the smallest size; of text that may be cut off, one line.
    func textHeight(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, width: Double,
        _ available: AvailableSpace
    ) -> Double {
        let form: TextMode = available == .minContent ? .smallest : .whole
        return boxHeight(of: text(of: element, paragraph, form, width: width, height: nil), block)
    }

    /// The height that the lines of a text take where it may be `room` high at most.
    func fittedHeight(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, width: Double,
        room: Double
    ) -> Double {
        min(room, boxHeight(of: fitted(element, paragraph, block, width, height: room), block))
    }

    func textBaseline(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, in size: Size
    ) -> Double? {
        guard case .success(let text) = finalText(of: element, paragraph, block, in: size),
            let first = text.lines.first
        else { return nil }
        return textTop(of: text, block, in: size.height) + first.baseline
    }

    /// The text at a width, in as much height as it wants.
    func freeText(
        of element: LayoutElement, _ paragraph: Paragraph, width: Double
    ) -> Result<TypesetText, TypesettingError> {
        text(of: element, paragraph, .whole, width: width, height: nil)
    }

    /// The text in a box of `size`, or why it does not fit.
    func finalText(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, in size: Size
    ) -> Result<TypesetText, TypesettingError> {
        let free = freeText(of: element, paragraph, width: size.width)
        if case .success(let text) = free,
            height(of: text, block) <= size.height + Tolerance.overflow
        {
            return free
        }
        return fitted(element, paragraph, block, size.width, height: size.height)
    }

    /// From the top of the box to the top of the first line; above the box where it is trimmed.
    func textTop(of text: TypesetText, _ block: TextBlock, in height: Double) -> Double {
        let free = height - self.height(of: text, block)
        let top = block.trim == .capHeight ? -text.trims.top : 0
        switch block.verticalAlignment {
        case .top: return top
        case .center: return top + free / 2
        case .bottom: return top + free
        }
    }

    func height(of text: TypesetText, _ block: TextBlock) -> Double {
        block.trim == .none
            ? text.size.height : max(0, text.size.height - text.trims.top - text.trims.bottom)
    }

    private func boxHeight(of result: Result<TypesetText, TypesettingError>, _ block: TextBlock)
        -> Double
    {
        switch result {
        case .success(let text): return height(of: text, block)
        case .failure(.doesNotFit(let misfit)): return misfit.needed.height
        case .failure: return 0
        }
    }

    /// The text in a box of a given height.
    ///
    /// What is trimmed off grows with the font size that is looked for. From a size that fits, the
    /// next is guessed as if the lines stayed the same; where that is too much, the text gets what
    /// the size before leaves over, which always fits.
    private func fitted(
        _ element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, _ width: Double,
        height: Double
    ) -> Result<TypesetText, TypesettingError> {
        guard block.trim == .capHeight else {
            return text(of: element, paragraph, .whole, width: width, height: height)
        }
        var result = text(of: element, paragraph, .smallest, width: width, height: nil)
        for _ in 0..<3 {
            guard case .success(let last) = result else { return result }
            let trimmed = self.height(of: last, block)
            let guess = trimmed > 0 ? last.size.height * height / trimmed : height
            let guessed = text(of: element, paragraph, .whole, width: width, height: guess)
            if case .success(let text) = guessed,
                self.height(of: text, block) <= height + Tolerance.overflow
            {
                result = guessed
            } else {
                let room = height + last.trims.top + last.trims.bottom
                result = text(of: element, paragraph, .whole, width: width, height: room)
            }
        }
        return result
    }
}

/// How a paragraph is set to find out what room it needs.
enum TextMode: Hashable {
    case whole
    /// At the smallest size, and on one line if the rest may be cut off.
    case smallest
}

/// A text that was asked for before, and the answer.
struct CachedText {
    var form: TextMode
    var width: Double
    var height: Double?
    var result: Result<TypesetText, TypesettingError>
}

extension LayoutEngine {
    func text(
        of element: LayoutElement, _ paragraph: Paragraph, _ form: TextMode, width: Double,
        height: Double?
    ) -> Result<TypesetText, TypesettingError> {
        let form = paragraph.hasSmallerForm ? form : .whole
        let known = element.texts.first {
            $0.form == form && $0.width == width && $0.height == height
        }
        if let known { return known.result }
        let result = set(form == .whole ? paragraph : paragraph.smallest, width, height)
        element.texts.append(
            CachedText(form: form, width: width, height: height, result: result))
        return result
    }

    /// Widths and heights come from sums that may be off in the last bits: what fits by its own
    /// measure must not be broken.
    private func set(
        _ paragraph: Paragraph, _ width: Double, _ height: Double?
    ) -> Result<TypesetText, TypesettingError> {
        do {
            return .success(
                try context.texts.typeset(
                    paragraph, width: width + Tolerance.text,
                    height: height.map { $0 + Tolerance.text }))
        } catch {
            return .failure(error)
        }
    }
}

extension Paragraph {
    fileprivate var hasSmallerForm: Bool {
        fontSize.lowerBound < fontSize.upperBound || overflow != .error
    }

    fileprivate var smallest: Paragraph {
        var paragraph = self
        paragraph.fontSize = fontSize.lowerBound...fontSize.lowerBound
        if overflow != .error { paragraph.maxLines = 1 }
        return paragraph
    }
}
