import Drawing
import Geometry
import Scenes
import Typesetting

extension Painter {
    /// A text that does not fit, at its smallest size; nil where no reasons are asked for.
    func overflowing(
        _ fault: TypesettingError, _ placed: Placed, _ paragraph: Paragraph
    ) -> TypesetText? {
        guard telling == .reasons, case .doesNotFit = fault else { return nil }
        do throws(TypesettingError) {
            return try arranger.context.texts.typeset(
                paragraph.clipped, width: placed.size.width, height: nil)
        } catch { return nil }
    }

    /// Adds to the report of the text that was painted last why it is set as it is.
    mutating func addReasons(
        _ text: TypesetText, _ placed: Placed, _ paragraph: Paragraph, _ block: TextBlock,
        _ fault: TypesettingError?
    ) {
        let height = max(placed.size.height, fault == nil ? text.size.height : 0)
        addReasons(
            TextQuestion(
                paragraph: paragraph, block: block,
                box: Size(width: placed.size.width, height: height)),
            taken: Size(width: text.size.width, height: arranger.height(of: text, block)),
            box: placed.size, fault)
    }

    /// The same for a text on a path.
    mutating func addReasons(
        _ text: TextOnPath, _ paragraph: Paragraph, _ block: TextBlock
    ) {
        let box = Size(width: text.room, height: 0)
        addReasons(
            TextQuestion(paragraph: text.line, block: block, box: nil, width: text.room),
            taken: Size(width: text.text.size.width, height: 0), box: box, nil)
    }

    private mutating func addReasons(
        _ question: TextQuestion, taken: Size, box: Size, _ fault: TypesettingError?
    ) {
        guard telling == .reasons, isReporting, let last = texts.indices.last else { return }
        let paragraph = question.paragraph
        var misfit: Misfit?
        if case .doesNotFit(let found)? = fault { misfit = found }
        texts[last].reasons = TextReasons(
            trace: trace(misfit == nil ? question : question.clipped),
            language: paragraph.language, wrapping: paragraph.wrapping,
            maxLines: paragraph.maxLines, fitGroup: question.block.fitGroup, box: box,
            taken: taken, misfit: misfit)
    }

    private func trace(_ question: TextQuestion) -> TypesettingTrace? {
        do throws(TypesettingError) {
            return try arranger.context.texts.trace(
                of: question.paragraph, width: question.width + Tolerance.text,
                height: question.height.map { $0 + Tolerance.text })
        } catch { return nil }
    }
}

/// What the typesetter is asked once more.
private struct TextQuestion {
    var paragraph: Paragraph
    let block: TextBlock
    let width: Double
    /// nil: as high as it gets.
    let height: Double?

    init(paragraph: Paragraph, block: TextBlock, box: Size?, width: Double = 0) {
        self.paragraph = paragraph
        self.block = block
        self.width = box?.width ?? width
        height = box?.height
    }

    /// The same, and what does not fit is cut off.
    var clipped: TextQuestion {
        var question = self
        question.paragraph.overflow = .clip
        return question
    }
}

extension Paragraph {
    /// At the smallest size, all lines kept.
    fileprivate var clipped: Paragraph {
        var paragraph = self
        paragraph.fontSize = fontSize.lowerBound...fontSize.lowerBound
        (paragraph.overflow, paragraph.maxLines) = (.clip, nil)
        return paragraph
    }
}
