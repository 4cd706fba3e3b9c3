import BlueHeartPixels

/// A picture of at most 256 colours as indices into a palette.
struct IndexedPixels {
    /// Straight colours, translucent ones first, otherwise in the order of their first pixel.
    private(set) var palette: [UInt32] = []
    /// One index per pixel.
    private(set) var indices: [UInt8]

    init(palette: [UInt32], indices: [UInt8]) {
        self.palette = palette
        self.indices = indices
        moveTranslucentFirst()
    }

    /// Indexes the colours; nil if there are more than 256, usually detected from a few samples.
    init?(_ bitmap: Bitmap) {
        let table = ColorTable()
        guard let indices = table.index(bitmap.pixels) else { return nil }
        self.init(palette: table.colors.map(unpremultiplied), indices: indices)
    }

    /// Moves translucent colours to the front, so that a tRNS chunk lists those only.
    private mutating func moveTranslucentFirst() {
        guard palette.contains(where: { $0 >> 24 != 255 }) else { return }
        let order =
            palette.indices.filter { palette[$0] >> 24 != 255 }
            + palette.indices.filter { palette[$0] >> 24 == 255 }
        var place = [UInt8](repeating: 0, count: 256)
        for (new, old) in order.enumerated() { place[old] = UInt8(new) }
        palette = order.map { palette[$0] }
        for index in indices.indices { indices[index] = place[Int(indices[index])] }
    }
}
