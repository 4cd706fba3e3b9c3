extension DisplayList {
    /// The list with names for its pictures: equal to it, and not to be painted.
    ///
    /// What is kept from card to card is kept with this, for the pixels of a photograph may be many
    /// times as many as those painted of it. The pictures inside of patterns keep theirs.
    public var named: DisplayList {
        var list = self
        list.commands = commands.map(\.named)
        return list
    }
}

extension DrawCommand {
    /// The command with names for its pictures, as in `DisplayList.named`.
    public var named: DrawCommand {
        switch self {
        case .image(var placed):
            placed.image = placed.image.name
            return .image(placed)
        case .layer(var layer):
            layer.commands = layer.commands.map(\.named)
            layer.mask = layer.mask.map(\.named)
            return .layer(layer)
        case .fill, .stroke, .glyphs:
            return self
        }
    }
}
