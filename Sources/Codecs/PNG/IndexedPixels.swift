import Pixels

/// A picture of at most 256 colours as numbers into a palette.
struct IndexedPixels {
    /// Straight colours, translucent ones first, else in the order of their first pixel.
    private(set) var palette: [UInt32] = []
    /// One number for each pixel.
    private(set) var indices: [UInt8]

    init(palette: [UInt32], indices: [UInt8]) {
        self.palette = palette
        self.indices = indices
        moveTranslucentFirst()
    }

    /// Nil where the picture has more than 256 colours, mostly found out by a few samples.
    init?(_ bitmap: Bitmap) {
        let table = ColorTable()
        guard let indices = table.index(bitmap.pixels) else { return nil }
        self.init(palette: table.colors.map(unpremultiplied), indices: indices)
    }

    /// A tRNS chunk then needs to list the first colours only.
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
