import BlueHeartGeometry
import BlueHeartScenes

extension LayoutEngine {
    /// The size of a node under `constraints`, without margins.
    ///
    /// The node's own lengths, its limits and its aspect ratio are used first, then its content.
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
        // Neither side is definite: both shrink together until the height fits.
        let fitted = heightLimits.clamp(room)
        return Size(width: widthLimits.clamp(fitted * ratio), height: fitted)
    }

    /// The height by the aspect ratio; a frame that does not clip, or a text, is never lower than
    /// its content.
    func heightByRatio(of element: LayoutElement, width: Double, _ ratio: Double) -> Double {
        let height = width / ratio
        switch element.node.content {
        case .image, .shape, .qr: return height
        case .frame where element.node.appearance.clipping == .box: return height
        case .frame, .text:
            return max(height, contentHeight(of: element, width: width, .minContent))
        }
    }

    /// The width required by the content, including padding, without limits.
    ///
    /// - Parameter height: of the whole node, if it is definite.
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

    /// The height required by the content at a width, including padding, without limits.
    ///
    /// Minimum and maximum differ if texts can have several sizes.
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
    /// The length of a picture or code; a picture may shrink to 0, a code only to its smallest
    /// modules.
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
    /// Width limits; a node is never smaller than its padding.
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

    /// The node's own width within its limits; nil if its content determines it.
    func definiteWidth(in whole: ContainingBlock) -> Double? {
        definite(box.width, whole.width).map { widthLimits(in: whole).clamp($0) }
    }

    func definiteHeight(in whole: ContainingBlock) -> Double? {
        definite(box.height, whole.height).map { heightLimits(in: whole).clamp($0) }
    }
}

/// The length in px; nil for a fraction of an indefinite length.
func definite(_ length: Length?, _ whole: Double?) -> Double? {
    switch length {
    case .px(let px): px
    case .fraction(let part): whole.map { part * $0 }
    case nil: nil
    }
}
