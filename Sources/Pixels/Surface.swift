/// A painting target of premultiplied sRGB pixels with its position on the card.
///
/// Owned by the painter that made it, for one picture or one layer. Coordinates of all methods are
/// card coordinates; every run must be inside `bounds`.
public final class Surface {
    public let bounds: PixelRect
    /// `bounds.area` pixels, row by row.
    public private(set) var pixels: [UInt32]

    /// A surface of one colour; transparent by default.
    public init(bounds: PixelRect, filledWith pixel: UInt32 = 0) {
        self.bounds = bounds
        pixels = PixelMemory.filled(with: pixel, count: bounds.area)
    }

    /// A surface that takes over existing pixels.
    ///
    /// - Precondition: as many pixels as `bounds` has.
    public init(bounds: PixelRect, pixels: [UInt32]) {
        precondition(
            pixels.count == bounds.area, "\(pixels.count) pixels for \(bounds)")
        self.bounds = bounds
        self.pixels = pixels
    }

    /// Moves the pixels out; the surface is empty afterwards and must not be painted again.
    public func takePixels() -> [UInt32] {
        let taken = pixels
        pixels = []
        return taken
    }

    /// The index of the pixel at (x, y); traps if a run from there leaves the row.
    @inline(__always)
    func index(x: Int, y: Int, count: Int) -> Int {
        precondition(
            x >= bounds.x && y >= bounds.y && count >= 0 && x &+ count <= bounds.endX
                && y < bounds.endY, "a run leaves the surface")
        return (y &- bounds.y) &* bounds.width &+ (x &- bounds.x)
    }

    public func pixel(x: Int, y: Int) -> UInt32 {
        pixels[index(x: x, y: y, count: 1)]
    }

    /// `count` pixels of row `y` from `x` on.
    public func row(x: Int, y: Int, count: Int) -> ArraySlice<UInt32> {
        let start = index(x: x, y: y, count: count)
        return pixels[start..<start + count]
    }

    /// The alpha of every pixel.
    public var alpha: Mask {
        let values = unsafe [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, filled in
            unsafe pixels.withUnsafeBufferPointer { pixels in
                if let from = pixels.baseAddress, let to = buffer.baseAddress {
                    unsafe BlueHeartPixels.takeAlpha(of: from, into: to, count: pixels.count)
                }
            }
            filled = pixels.count
        }
        return Mask(bounds: bounds, values: values)
    }

    /// Calls `body` with `count` pixels of row `y` from `x` on, to be changed in place.
    @inline(__always)
    func modify(x: Int, y: Int, count: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Void) {
        let start = index(x: x, y: y, count: count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe body(base + start)
        }
    }
}

extension Surface {
    /// Composites a premultiplied colour over `count` pixels from (x, y) on.
    public func sourceOver(_ color: UInt32, x: Int, y: Int, count: Int) {
        let start = index(x: x, y: y, count: count)
        // SAFETY: `index` traps unless start + count <= pixels.count; so in all methods below.
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe BlueHeartPixels.sourceOver(color, onto: base + start, count: count)
        }
    }

    /// Composites a premultiplied colour over the pixels from (x, y) on, each weighted by its
    /// coverage.
    public func sourceOver(_ color: UInt32, through mask: Span<UInt8>, x: Int, y: Int) {
        let start = index(x: x, y: y, count: mask.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe mask.withUnsafeBufferPointer { coverage in
                guard let base = buffer.baseAddress, let from = coverage.baseAddress else { return }
                unsafe BlueHeartPixels.sourceOver(
                    color, through: from, onto: base + start, count: coverage.count)
            }
        }
    }

    /// Composites pixels over those from (x, y) on.
    public func sourceOver(_ source: Span<UInt32>, x: Int, y: Int) {
        let start = index(x: x, y: y, count: source.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe source.withUnsafeBufferPointer { source in
                guard let base = buffer.baseAddress, let from = source.baseAddress else { return }
                unsafe BlueHeartPixels.sourceOver(from, onto: base + start, count: source.count)
            }
        }
    }

    /// Composites pixels over those from (x, y) on, each weighted by its coverage.
    ///
    /// - Precondition: as many pixels as coverage values.
    public func sourceOver(_ source: Span<UInt32>, through mask: Span<UInt8>, x: Int, y: Int) {
        precondition(source.count == mask.count, "\(source.count) pixels, \(mask.count) masks")
        let start = index(x: x, y: y, count: source.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe source.withUnsafeBufferPointer { source in
                unsafe mask.withUnsafeBufferPointer { mask in
                    guard let base = buffer.baseAddress, let from = source.baseAddress,
                        let coverage = mask.baseAddress
                    else { return }
                    unsafe BlueHeartPixels.sourceOver(
                        from, through: coverage, onto: base + start, count: source.count)
                }
            }
        }
    }

    /// Composites pixels over those from (x, y) on, all with the same weight.
    public func sourceOver(_ source: Span<UInt32>, weight: UInt8, x: Int, y: Int) {
        let start = index(x: x, y: y, count: source.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe source.withUnsafeBufferPointer { source in
                guard let base = buffer.baseAddress, let from = source.baseAddress else { return }
                unsafe BlueHeartPixels.sourceOver(
                    from, weight: weight, onto: base + start, count: source.count)
            }
        }
    }

    /// Replaces the pixels from (x, y) on.
    public func replace(with source: Span<UInt32>, x: Int, y: Int) {
        let start = index(x: x, y: y, count: source.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe source.withUnsafeBufferPointer { source in
                guard let base = buffer.baseAddress, let from = source.baseAddress else { return }
                unsafe (base + start).update(from: from, count: source.count)
            }
        }
    }

    /// Replaces the pixels of an area by those of another picture with the same bounds.
    ///
    /// - Precondition: as many pixels as the surface has, and an area inside it.
    public func replace(with other: [UInt32], in area: PixelRect) {
        precondition(other.count == pixels.count, "\(other.count) pixels for \(bounds)")
        let all = other.span
        for y in area.y..<area.endY {
            let start = index(x: area.x, y: y, count: area.width)
            replace(with: all.extracting(start..<start + area.width), x: area.x, y: y)
        }
    }

    /// Multiplies the pixels from (x, y) on by their coverage.
    public func fade(through mask: Span<UInt8>, x: Int, y: Int) {
        let start = index(x: x, y: y, count: mask.count)
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            unsafe mask.withUnsafeBufferPointer { mask in
                guard let base = buffer.baseAddress, let coverage = mask.baseAddress else { return }
                unsafe BlueHeartPixels.fade(base + start, through: coverage, count: mask.count)
            }
        }
    }
}
