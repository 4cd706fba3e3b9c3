extension DisplayList {
    /// The list with pictures reduced to their keys: equal to it, but not paintable.
    ///
    /// Caches keep this form, because the pixels of a photograph can be many times larger than the
    /// painted part. Pictures inside patterns keep their pixels.
    public var withoutPixels: DisplayList {
        var list = self
        list.commands = commands.map(\.withoutPixels)
        return list
    }
}

extension DrawCommand {
    /// The command with pictures reduced to their keys, as in `DisplayList.withoutPixels`.
    public var withoutPixels: DrawCommand {
        switch self {
        case .image(var placed):
            placed.image = placed.image.withoutPixels
            return .image(placed)
        case .layer(var layer):
            layer.commands = layer.commands.map(\.withoutPixels)
            layer.mask = layer.mask.map(\.withoutPixels)
            return .layer(layer)
        case .fill, .stroke, .glyphs:
            return self
        }
    }
}
