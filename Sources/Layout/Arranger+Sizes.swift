import Geometry
import Scenes

extension Arranger {
    /// The size a node takes under `question`, margins not counted.
    ///
    /// The node's own lengths, its limits and its proportion come first, then its content.
    func measure(_ element: Element, _ question: Question) -> Size {
        if let width = question.width.exact, let height = question.height.exact {
            return Size(width: width, height: height)
        }
        var key = question
        if !element.usesPercentages { key.whole = .unknown }
        if let known = element.sizes.first(where: { $0.question == key }) { return known.size }
        let size = measureAnew(element, key)
        element.sizes.append((key, size))
        return size
    }

    private func measureAnew(_ element: Element, _ question: Question) -> Size {
        let widthLimits = element.widthLimits(in: question.whole)
        let heightLimits = element.heightLimits(in: question.whole)
        var width = question.width.exact ?? element.definiteWidth(in: question.whole)
        var height = question.height.exact ?? element.definiteHeight(in: question.whole)
        if let ratio = element.ratio {
            if width == nil, let height { width = widthLimits.clamp(height * ratio) }
            if height == nil, let width {
                height = heightLimits.clamp(heightByRatio(of: element, width: width, ratio))
            }
        }
        let finalWidth =
            width ?? widthLimits.clamp(contentWidth(of: element, question.width, height: height))
        if let height { return Size(width: finalWidth, height: height) }
        guard let ratio = element.ratio else {
            let content = contentHeight(of: element, width: finalWidth, question.height)
            return Size(width: finalWidth, height: heightLimits.clamp(content))
        }
        let byRatio = heightLimits.clamp(heightByRatio(of: element, width: finalWidth, ratio))
        guard width == nil, case .atMost(let room) = question.height, byRatio > room else {
            return Size(width: finalWidth, height: byRatio)
        }
        // Neither side is given: both get shorter together until the height has room.
        let fitted = heightLimits.clamp(room)
        return Size(width: widthLimits.clamp(fitted * ratio), height: fitted)
    }

    /// A frame that does not clip, or a text, is still never lower than its content.
    func heightByRatio(of element: Element, width: Double, _ ratio: Double) -> Double {
        let height = width / ratio
        switch element.node.content {
        case .image, .shape, .qr: return height
        case .frame where element.node.appearance.clipping == .box: return height
        case .frame, .text:
            return max(height, contentHeight(of: element, width: width, .minContent))
        }
    }

    /// The width that the content asks for, padding counted, limits not.
    ///
    /// - Parameter height: of the whole node, where it is decided.
    func contentWidth(of element: Element, _ extent: Extent, height: Double?) -> Double {
        switch extent {
        case .exactly(let width): return width
        case .minContent, .maxContent:
            return switch element.node.content {
            case .text(_, let block) where block.path != nil: 0
            case .text(let paragraph, _): textWidth(of: element, paragraph, extent)
            case .frame(let frame): frameWidth(of: element, frame, extent, height: height)
            case .image, .qr: naturalLength(of: element, \.width, extent)
            case .shape: 0
            }
        case .atMost(let limit):
            let most = contentWidth(of: element, .maxContent, height: height)
            guard most > limit else { return most }
            return max(limit, contentWidth(of: element, .minContent, height: height))
        }
    }

    /// The height that the content asks for at a width, padding counted, limits not.
    ///
    /// The shortest and the longest differ where type may be of several sizes.
    func contentHeight(of element: Element, width: Double, _ extent: Extent) -> Double {
        switch extent {
        case .exactly(let height): return height
        case .minContent, .maxContent:
            return switch element.node.content {
            case .text(_, let block) where block.path != nil: 0
            case .text(let paragraph, let block):
                textHeight(of: element, paragraph, block, width: width, extent)
            case .frame(let frame): frameHeight(of: element, frame, width: width, extent)
            case .image, .qr: naturalLength(of: element, \.height, extent)
            case .shape: 0
            }
        case .atMost(let limit):
            let most = contentHeight(of: element, width: width, .maxContent)
            guard most > limit else { return most }
            return max(limit, contentHeight(of: element, width: width, .minContent))
        }
    }
}

extension Arranger {
    /// A picture may shrink to nothing, a code only to its smallest modules.
    private func naturalLength(
        of element: Element, _ side: KeyPath<Size, Double>, _ extent: Extent
    ) -> Double {
        let natural = element.naturalSize[keyPath: side]
        guard extent == .minContent else { return natural }
        if case .qr = element.node.content {
            return natural * QRGrid.smallestModule / QRGrid.naturalModule
        }
        return 0
    }
}

extension Element {
    /// A node is never smaller than its padding.
    func widthLimits(in whole: Whole) -> Limits {
        Limits(
            least: max(frame?.padding.horizontal ?? 0, definite(box.minWidth, whole.width) ?? 0),
            most: definite(box.maxWidth, whole.width) ?? .infinity)
    }

    func heightLimits(in whole: Whole) -> Limits {
        Limits(
            least: max(frame?.padding.vertical ?? 0, definite(box.minHeight, whole.height) ?? 0),
            most: definite(box.maxHeight, whole.height) ?? .infinity)
    }

    /// The width the node asks for within its limits; nil where its content decides.
    func definiteWidth(in whole: Whole) -> Double? {
        definite(box.width, whole.width).map { widthLimits(in: whole).clamp($0) }
    }

    func definiteHeight(in whole: Whole) -> Double? {
        definite(box.height, whole.height).map { heightLimits(in: whole).clamp($0) }
    }
}

/// The length in px; a part of a whole that is not decided yet is no length.
func definite(_ length: Length?, _ whole: Double?) -> Double? {
    switch length {
    case .px(let px): px
    case .fraction(let part): whole.map { part * $0 }
    case nil: nil
    }
}
