import Geometry
import Scenes

extension LayoutEngine {
    /// The size a node takes under `constraints`, margins not counted.
    ///
    /// The node's own lengths, its limits and its proportion come first, then its content.
    func measure(_ element: LayoutElement, _ constraints: Constraints) -> Size {
        if let width = constraints.width.exact, let height = constraints.height.exact {
            return Size(width: width, height: height)
        }
        var key = constraints
        if !element.usesPercentages { key.whole = .unknown }
        if let known = element.sizes.first(where: { $0.constraints == key }) { return known.size }
        let size = computeSize(element, key)
        element.sizes.append((key, size))
        return size
    }

    private func computeSize(_ element: LayoutElement, _ constraints: Constraints) -> Size {
        let widthLimits = element.widthLimits(in: constraints.whole)
        let heightLimits = element.heightLimits(in: constraints.whole)
        var width = constraints.width.exact ?? element.definiteWidth(in: constraints.whole)
        var height = constraints.height.exact ?? element.definiteHeight(in: constraints.whole)
        if let ratio = element.ratio {
            if width == nil, let height { width = widthLimits.clamp(height * ratio) }
            if height == nil, let width {
                height = heightLimits.clamp(heightByRatio(of: element, width: width, ratio))
            }
        }
        let finalWidth =
            width ?? widthLimits.clamp(contentWidth(of: element, constraints.width, height: height))
        if let height { return Size(width: finalWidth, height: height) }
        guard let ratio = element.ratio else {
            let content = contentHeight(of: element, width: finalWidth, constraints.height)
            return Size(width: finalWidth, height: heightLimits.clamp(content))
        }
        let byRatio = heightLimits.clamp(heightByRatio(of: element, width: finalWidth, ratio))
        guard width == nil, case .atMost(let room) = constraints.height, byRatio > room else {
            return Size(width: finalWidth, height: byRatio)
        }
        // Neither side is given: both get shorter together until the height has room.
        let fitted = heightLimits.clamp(room)
        return Size(width: widthLimits.clamp(fitted * ratio), height: fitted)
    }

    /// A frame that does not clip, or a text, is still never lower than its content.
    func heightByRatio(of element: LayoutElement, width: Double, _ ratio: Double) -> Double {
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
    func contentWidth(of element: LayoutElement, _ available: AvailableSpace, height: Double?)
        -> Double
    {
        switch available {
        case .exactly(let width): return width
        case .minContent, .maxContent:
            return switch element.node.content {
            case .text(_, let block) where block.path != nil: 0
            case .text(let paragraph, _): textWidth(of: element, paragraph, available)
            case .frame(let frame): frameWidth(of: element, frame, available, height: height)
            case .image, .qr: naturalLength(of: element, \.width, available)
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
    func contentHeight(of element: LayoutElement, width: Double, _ available: AvailableSpace)
        -> Double
    {
        switch available {
        case .exactly(let height): return height
        case .minContent, .maxContent:
            return switch element.node.content {
            case .text(_, let block) where block.path != nil: 0
            case .text(let paragraph, let block):
                textHeight(of: element, paragraph, block, width: width, available)
            case .frame(let frame): frameHeight(of: element, frame, width: width, available)
            case .image, .qr: naturalLength(of: element, \.height, available)
            case .shape: 0
            }
        case .atMost(let limit):
            let most = contentHeight(of: element, width: width, .maxContent)
            guard most > limit else { return most }
            return max(limit, contentHeight(of: element, width: width, .minContent))
        }
    }
}

extension LayoutEngine {
    /// A picture may shrink to nothing, a code only to its smallest modules.
    private func naturalLength(
        of element: LayoutElement, _ side: KeyPath<Size, Double>, _ available: AvailableSpace
    ) -> Double {
        let natural = element.naturalSize[keyPath: side]
        guard available == .minContent else { return natural }
        if case .qr = element.node.content {
            return natural * QRGrid.smallestModule / QRGrid.naturalModule
        }
        return 0
    }
}

extension LayoutElement {
    /// A node is never smaller than its padding.
    func widthLimits(in whole: ContainingBlock) -> Limits {
        Limits(
            least: max(frame?.padding.horizontal ?? 0, definite(box.minWidth, whole.width) ?? 0),
            most: definite(box.maxWidth, whole.width) ?? .infinity)
    }

    func heightLimits(in whole: ContainingBlock) -> Limits {
        Limits(
            least: max(frame?.padding.vertical ?? 0, definite(box.minHeight, whole.height) ?? 0),
            most: definite(box.maxHeight, whole.height) ?? .infinity)
    }

    /// The width the node asks for within its limits; nil where its content decides.
    func definiteWidth(in whole: ContainingBlock) -> Double? {
        definite(box.width, whole.width).map { widthLimits(in: whole).clamp($0) }
    }

    func definiteHeight(in whole: ContainingBlock) -> Double? {
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
