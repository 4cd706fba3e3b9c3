import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

extension DisplayListBuilder {
    /// Composites the commands of a node as one picture if its appearance requires it.
    ///
    /// Clip and mask are applied first, then blur and shadows, then opacity and blend mode, so that
    /// the shadow is that of the clipped node. No layer is made for a node that needs none, and
    /// none for the opacity of a single fill or stroke.
    mutating func wrap(
        _ own: [DrawCommand], of fragment: Fragment, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        let look = fragment.element.node.appearance
        guard !own.isEmpty, look.opacity > 0 else { return }
        var own = own
        var opacity = look.opacity
        if opacity < 1, own.count == 1, let faded = own[0].fadingPaint(by: opacity) {
            own = [faded]
            opacity = 1
        }
        var layer = Layer(own, opacity: opacity, blend: look.blend)
        layer.clip = look.clipOutline.map {
            Layer.Clip(
                $0.path(in: Rect(origin: context.origin, size: fragment.size)),
                rule: look.fillRule, transform: context.transform)
        }
        if let mask = look.mask {
            layer.mask = decoration(mask.value, size: fragment.size, at: context)
            // An empty mask hides everything.
            if layer.mask.isEmpty { return }
        }
        let effects = look.effects.scaled(by: context.transform)
        if !effects.isEmpty {
            if layer.clip != nil || !layer.mask.isEmpty {
                let inner = Layer(own, clip: layer.clip, mask: layer.mask)
                layer = Layer([.layer(inner)], opacity: opacity, blend: look.blend)
            }
            layer.effects = effects
        }
        if layer.isNeeded { commands.append(.layer(layer)) } else { commands += own }
    }
}

extension Layer {
    fileprivate var isNeeded: Bool {
        opacity < 1 || blend != .normal || clip != nil || !mask.isEmpty || !effects.isEmpty
    }
}

extension [Effect] {
    /// The effects in px of the card, for a rotated or scaled node.
    ///
    /// Offsets rotate with the node; blur and spread use the mean scale. A blur of 0 and a shadow
    /// without colour are dropped.
    fileprivate func scaled(by transform: Transform) -> [Effect] {
        let scale = transform.meanScale
        return compactMap { effect in
            switch effect {
            case .blur(let sigma): sigma > 0 ? .blur(sigma: Swift.min(256, sigma * scale)) : nil
            case .dropShadow(let shadow):
                shadow.color.alpha > 0
                    ? .dropShadow(shadow.moved(by: transform, scale: scale)) : nil
            case .innerShadow(let shadow):
                shadow.color.alpha > 0
                    ? .innerShadow(shadow.moved(by: transform, scale: scale)) : nil
            case .filter: effect
            }
        }
    }
}

extension Shadow {
    fileprivate func moved(by transform: Transform, scale: Double) -> Shadow {
        var linear = transform
        (linear.tx, linear.ty) = (0, 0)
        return Shadow(
            color: color, offset: linear(offset), sigma: min(256, sigma * scale),
            spread: spread * scale)
    }
}
