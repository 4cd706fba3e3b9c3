import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import BlueHeartTypesetting

extension DisplayListBuilder {
    /// A text that does not fit, at its smallest size; nil if no reasons are recorded.
    func overflowing(
        _ fault: TypesettingError, _ fragment: Fragment, _ paragraph: Paragraph
    ) -> TypesetText? {
        guard detail == .reasons, case .doesNotFit = fault else { return nil }
        do throws(TypesettingError) {
            return try engine.context.texts.typeset(
                paragraph.clipped, width: fragment.size.width, height: nil)
        } catch { return nil }
    }

    /// Adds the reasons to the report of the last painted text.
    mutating func addReasons(
        _ text: TypesetText, _ fragment: Fragment, _ paragraph: Paragraph, _ block: TextBlock,
        _ fault: TypesettingError?
    ) {
        let height = max(fragment.size.height, fault == nil ? text.size.height : 0)
        addReasons(
            TextRequest(
                paragraph: paragraph, block: block,
                box: Size(width: fragment.size.width, height: height)),
            taken: Size(width: text.size.width, height: engine.height(of: text, block)),
            box: fragment.size, fault)
    }

    /// Adds the reasons to the report of the last text on a path.
    mutating func addReasons(
        _ text: TextOnPath, _ paragraph: Paragraph, _ block: TextBlock
    ) {
        let box = Size(width: text.room, height: 0)
        addReasons(
            TextRequest(paragraph: text.line, block: block, box: nil, width: text.room),
            taken: Size(width: text.text.size.width, height: 0), box: box, nil)
    }

    private mutating func addReasons(
        _ request: TextRequest, taken: Size, box: Size, _ fault: TypesettingError?
    ) {
        guard detail == .reasons, isReporting, let last = texts.indices.last else { return }
        let paragraph = request.paragraph
        var misfit: Misfit?
        if case .doesNotFit(let found)? = fault { misfit = found }
        texts[last].reasons = TextReasons(
            trace: trace(misfit == nil ? request : request.clipped),
            language: paragraph.language, wrapping: paragraph.wrapping,
            maxLines: paragraph.maxLines, fitGroup: request.block.fitGroup, box: box,
            taken: taken, misfit: misfit)
    }

    private func trace(_ request: TextRequest) -> TypesettingTrace? {
        do throws(TypesettingError) {
            return try engine.context.texts.trace(
                of: request.paragraph, width: request.width + Tolerance.text,
                height: request.height.map { $0 + Tolerance.text })
        } catch { return nil }
    }
}

/// The input of a repeated typesetting for the report.
private struct TextRequest {
    var paragraph: Paragraph
    let block: TextBlock
    let width: Double
    /// nil: unlimited.
    let height: Double?

    init(paragraph: Paragraph, block: TextBlock, box: Size?, width: Double = 0) {
        self.paragraph = paragraph
        self.block = block
        self.width = box?.width ?? width
        height = box?.height
    }

    /// The same request with truncation instead of an error.
    var clipped: TextRequest {
        var request = self
        request.paragraph.overflow = .clip
        return request
    }
}

extension Paragraph {
    /// The paragraph at its smallest size, with all lines.
    fileprivate var clipped: Paragraph {
        var paragraph = self
        paragraph.fontSize = fontSize.lowerBound...fontSize.lowerBound
        (paragraph.overflow, paragraph.maxLines) = (.clip, nil)
        return paragraph
    }
}
