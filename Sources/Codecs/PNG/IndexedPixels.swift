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

/// Numbers for colours, in the order in which they are met.
///
/// Unsafe, so that eight pixels can be looked at and numbered at once.
@safe private final class ColorTable {
    private(set) var colors: [UInt32] = []
    /// Four times as many as colours; 0 is free, else a colour below 1 + its number.
    private let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)

    init() { unsafe slots.initialize(repeating: 0, count: 1_024) }

    deinit { unsafe slots.deallocate() }

    /// The number of each pixel's colour, or nil where a 257th colour is met.
    func index(_ pixels: [UInt32]) -> [UInt8]? {
        if Self.hasManyColors(pixels) { return nil }
        var isWhole = true
        let indices = unsafe [UInt8](unsafeUninitializedCapacity: pixels.count) { output, filled in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                isWhole = unsafe index(pixels, into: output)
            }
            filled = isWhole ? pixels.count : 0
        }
        return isWhole ? indices : nil
    }

    /// Whether 2,000 pixels from all over the picture have more than 256 colours: gradients and
    /// photographs are told in 0.01 ms.
    private static func hasManyColors(_ pixels: [UInt32]) -> Bool {
        let table = ColorTable()
        return stride(from: 0, to: pixels.count, by: max(1, pixels.count / 2_000))
            .contains { table.number(of: pixels[$0]) == nil }
    }

    /// False where a 257th colour is met.
    private func index(
        _ pixels: UnsafeBufferPointer<UInt32>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard let from = pixels.baseAddress, let to = output.baseAddress else { return true }
        var start = 0
        // SAFETY: start + count <= pixels.count, and the output has as many places.
        while start < pixels.count {
            let count = min(8, pixels.count &- start)
            if count == 8, start > 0, unsafe areEight(from + start, from[start &- 1]) {
                let eight = unsafe UInt64(to[start &- 1]) &* 0x0101_0101_0101_0101
                unsafe UnsafeMutableRawPointer(to + start).storeBytes(of: eight, as: UInt64.self)
            } else {
                guard unsafe index(from + start, count, into: to + start) else { return false }
            }
            start &+= count
        }
        return true
    }

    @inline(__always)
    private func index(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, into output: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        for place in 0..<count {
            let color = unsafe pixels[place]
            // Only the number is left where the colour is the same, and nothing in a free slot.
            let rest = unsafe slots[Self.slot(of: color)] ^ UInt64(color)
            if rest != 0, UInt32(truncatingIfNeeded: rest) == 0 {
                unsafe output[place] = UInt8(truncatingIfNeeded: rest &>> 32 &- 1)
            } else {
                guard let number = number(of: color) else { return false }
                unsafe output[place] = number
            }
        }
        return true
    }

    /// The slot of a colour, or where the search for it begins; below 1,024.
    ///
    /// Colours between an ink and its ground lie on a line, which a factor alone leaves crowded.
    @inline(__always)
    private static func slot(of color: UInt32) -> Int {
        Int(((color ^ color &>> 13) &* 0x9E37_79B1) &>> 22)
    }

    /// A colour that is found late changes places with the one in its way, so that of two colours
    /// that share a slot the one with the longer runs is mostly found at once.
    @inline(never)
    private func number(of color: UInt32) -> UInt8? {
        let first = Self.slot(of: color)
        var slot = first
        // SAFETY: slot < 1,024; at most 256 slots are taken, so that a free one is met.
        while unsafe slots[slot] != 0 {
            let taken = unsafe slots[slot]
            if UInt32(truncatingIfNeeded: taken) == color {
                unsafe slots[slot] = slots[first]
                unsafe slots[first] = taken
                return UInt8(taken >> 32 - 1)
            }
            slot = (slot + 1) & 1_023
        }
        guard colors.count < 256 else { return nil }
        colors.append(color)
        unsafe slots[slot] = UInt64(colors.count) << 32 | UInt64(color)
        return UInt8(colors.count - 1)
    }
}

/// Whether eight pixels have this colour.
@inline(__always)
private func areEight(_ pixels: UnsafePointer<UInt32>, _ color: UInt32) -> Bool {
    let pair = UInt64(color) &<< 32 | UInt64(color)
    let next = unsafe UnsafeRawPointer(pixels)
    let first = unsafe next.loadUnaligned(as: UInt64.self) ^ pair
    let second = unsafe next.loadUnaligned(fromByteOffset: 8, as: UInt64.self) ^ pair
    let third = unsafe next.loadUnaligned(fromByteOffset: 16, as: UInt64.self) ^ pair
    let fourth = unsafe next.loadUnaligned(fromByteOffset: 24, as: UInt64.self) ^ pair
    return first | second | third | fourth == 0
}
