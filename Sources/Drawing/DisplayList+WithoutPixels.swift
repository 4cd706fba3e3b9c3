extension DisplayList {
    /// The list with names for its pictures: equal to it, and not to be painted.
    ///
    /// What is kept from card to card is kept with this, for the pixels of a photograph may be many
    /// times as many as those painted of it. The pictures inside of patterns keep theirs.
    public var withoutPixels: DisplayList {
        var list = self
        list.commands = commands.map(\.withoutPixels)
        return list
    }
}

extension DrawCommand {
    /// The command with names for its pictures, as in `DisplayList.withoutPixels`.
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
