public import BlueHeartGeometry

extension DrawCommand {
    /// The same command seen through a map.
    public func mapped(by map: Transform) -> DrawCommand {
        switch self {
        case .fill(var fill):
            fill.transform = fill.transform.then(map)
            return .fill(fill)
        case .stroke(var stroke):
            stroke.transform = stroke.transform.then(map)
            return .stroke(stroke)
        case .glyphs(var run):
            run.transform = run.transform.then(map)
            return .glyphs(run)
        case .image(var image):
            image.transform = image.transform.then(map)
            return .image(image)
        case .layer(let layer): return .layer(layer.mapped(by: map))
        }
    }
}

extension Layer {
    /// The same layer seen through a map; lengths of effects follow its mean scale.
    public func mapped(by map: Transform) -> Layer {
        var layer = self
        layer.commands = commands.map { $0.mapped(by: map) }
        layer.mask = mask.map { $0.mapped(by: map) }
        if let clip {
            layer.clip = Clip(clip.path, rule: clip.rule, transform: clip.transform.then(map))
        }
        layer.effects = effects.map { $0.mapped(by: map) }
        return layer
    }
}

extension Effect {
    /// The same effect seen through a map; lengths follow its mean scale.
    fileprivate func mapped(by map: Transform) -> Effect {
        let factor = map.meanScale
        return switch self {
        case .blur(let sigma): .blur(sigma: sigma * factor)
        case .dropShadow(let shadow): .dropShadow(shadow.scaled(by: factor))
        case .innerShadow(let shadow): .innerShadow(shadow.scaled(by: factor))
        case .filter(let graph): .filter(graph.mapped(by: map))
        }
    }
}

extension Shadow {
    fileprivate func scaled(by factor: Double) -> Shadow {
        Shadow(
            color: color, offset: offset * factor, sigma: sigma * factor, spread: spread * factor)
    }
}
