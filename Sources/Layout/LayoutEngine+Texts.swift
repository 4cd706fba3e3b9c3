import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import BlueHeartTypesetting

extension LayoutEngine {
    /// The width of the longest word at the smallest size, or of the whole text at the largest.
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
            // The same fault occurs when the text is painted, and is recorded there.
            return (0, 0)
        }
    }

    /// The height of the box around the text at a width.
    ///
    /// Maximum: at the largest size that keeps words whole and the number of lines within its
    /// limit, with the lines that the box has at least. Minimum: at the smallest size; one line for
    /// text that may be truncated.
    func textHeight(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, width: Double,
        _ available: AvailableSpace
    ) -> Double {
        let form: TextMode = available == .minContent ? .smallest : .whole
        let text = text(of: element, paragraph, form, width: width, height: nil)
        return form == .smallest
            ? boxHeight(of: text, block) : roomyHeight(of: text, paragraph, block)
    }

    /// The height of a text's lines if at most `room` is available.
    func fittedHeight(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, width: Double,
        room: Double
    ) -> Double {
        let text = fitted(element, paragraph, block, width, height: room)
        return min(room, roomyHeight(of: text, paragraph, block))
    }

    func textBaseline(
        of element: LayoutElement, _ paragraph: Paragraph, _ block: TextBlock, in size: Size
    ) -> Double? {
        guard case .success(let text) = finalText(of: element, paragraph, block, in: size),
            let first = text.lines.first
        else { return nil }
        return textTop(of: text, block, in: size.height) + first.baseline
    }

    /// The text at a width, without a limit of its height.
    func freeText(
        of element: LayoutElement, _ paragraph: Paragraph, width: Double
    ) -> Result<TypesetText, TypesettingError> {
        text(of: element, paragraph, .whole, width: width, height: nil)
    }

    /// The text in a box of `size`, or the reason why it does not fit.
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

    /// Distance from the top of the box to the top of the first line; negative if the text is
    /// trimmed.
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

    /// The height of the box with the lines that it has at least.
    private func roomyHeight(
        of result: Result<TypesetText, TypesettingError>, _ paragraph: Paragraph, _ block: TextBlock
    ) -> Double {
        let height = boxHeight(of: result, block)
        guard block.minLines > 0, case .success(let text) = result else { return height }
        let trimmed = text.size.height - height
        let lines = Double(block.minLines) * text.fontSize * paragraph.lineHeight
        return max(height, lines - trimmed)
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
    /// The trimmed part grows with the unknown font size. From a size that fits, the next is
    /// estimated as if the lines stayed the same; if that is too large, the remaining space of the
    /// previous size is used, which always fits.
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

/// A measuring mode of a paragraph.
enum TextMode: Hashable {
    case whole
    /// The smallest size, and one line if the rest may be truncated.
    case smallest
}

/// A cached text measurement.
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

    /// Adds a tolerance: widths and heights are sums with rounding errors, and a text must fit its
    /// own measured size.
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
