/// Assigns indices to colours, in the order of their first occurrence.
///
/// Unsafe, so that sixteen pixels can be read and indexed at once.
@safe final class ColorTable {
    private(set) var colors: [UInt32] = []
    /// Hash table with many more slots than colours, so that collisions are rare; 0 is free,
    /// otherwise a colour below its index and `taken`.
    private let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: slotCount)

    private static let slotCount = 4_096
    private static let taken: UInt64 = 1 << 40
    /// Pixels processed together: with fewer there are more branch mispredictions at the ends of
    /// runs, with more a letter's edge takes longer.
    private static let step = 16

    init() { unsafe slots.initialize(repeating: 0, count: Self.slotCount) }

    deinit { unsafe slots.deallocate() }

    /// The index of each pixel's colour, or nil if there is a 257th colour.
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

    /// True if 2,000 sampled pixels have more than 256 colours: detects gradients and photographs
    /// in 0.01 ms.
    private static func hasManyColors(_ pixels: [UInt32]) -> Bool {
        let table = ColorTable()
        return stride(from: 0, to: pixels.count, by: max(1, pixels.count / 2_000))
            .contains { table.number(of: pixels[$0]) == nil }
    }

    /// Indexes pixels; false if there is a 257th colour.
    private func index(
        _ pixels: UnsafeBufferPointer<UInt32>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard let from = pixels.baseAddress, let to = output.baseAddress else { return true }
        var start = 0
        // SAFETY: start + count <= pixels.count, and the output has as many elements.
        while start < pixels.count {
            let count = min(Self.step, pixels.count &- start)
            guard unsafe index(from + start, count, into: to + start) else { return false }
            start &+= count
            unsafe start &+= repeatLast(from + start, pixels.count &- start, into: to + start)
        }
        return true
    }

    @inline(__always)
    private func index(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, into output: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        if count == Self.step, unsafe indexKnown(pixels, into: output) { return true }
        for place in 0..<count {
            guard let number = unsafe number(of: pixels[place]) else { return false }
            unsafe output[place] = number
        }
        return true
    }

    /// Indexes one step of pixels without a branch; false if one of them is not found immediately.
    @inline(__always)
    private func indexKnown(
        _ pixels: UnsafePointer<UInt32>, into output: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        var rests: UInt64 = 0
        for place in 0..<Self.step {
            let color = unsafe pixels[place]
            // If the slot has this colour, only the index remains.
            let rest = unsafe slots[Self.slot(of: color)] ^ (Self.taken | UInt64(color))
            rests |= rest
            unsafe output[place] = UInt8(truncatingIfNeeded: rest &>> 32)
        }
        return rests & ~(0xFF &<< 32) == 0
    }

    /// Indexes the steps that consist entirely of the preceding pixel's colour; returns the number
    /// of their pixels.
    @inline(__always)
    private func repeatLast(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, into output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let color = unsafe SIMD4(repeating: pixels[-1])
        let numbers = unsafe SIMD16(repeating: output[-1])
        var place = 0
        // SAFETY: place + step <= count; the caller indexed the preceding pixel.
        while place &+ Self.step <= count, unsafe areSixteen(pixels + place, color) {
            unsafe UnsafeMutableRawPointer(output + place)
                .storeBytes(of: numbers, as: SIMD16<UInt8>.self)
            place &+= Self.step
        }
        return place
    }

    /// The slot of a colour, or the start of the probe sequence; below `slotCount`.
    ///
    /// Colours between an ink and its background are collinear; a multiplicative hash alone leaves
    /// them crowded.
    @inline(__always)
    private static func slot(of color: UInt32) -> Int {
        Int(((color ^ color &>> 13) &* 0x9E37_79B1) &>> 20)
    }

    /// Moves a colour found late to the slot of the one before it, so that of two colliding colours
    /// the one with the longer runs is usually found first.
    @inline(never)
    private func number(of color: UInt32) -> UInt8? {
        let first = Self.slot(of: color)
        var slot = first
        // SAFETY: slot < slotCount; at most 256 slots are taken, so that a free one is found.
        while unsafe slots[slot] != 0 {
            let entry = unsafe slots[slot]
            if UInt32(truncatingIfNeeded: entry) == color {
                unsafe slots[slot] = slots[first]
                unsafe slots[first] = entry
                return UInt8(truncatingIfNeeded: entry >> 32)
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard colors.count < 256 else { return nil }
        let number = colors.count
        colors.append(color)
        unsafe slots[slot] = Self.taken | UInt64(number) << 32 | UInt64(color)
        return UInt8(number)
    }
}

/// True if sixteen pixels have the colour of all four lanes.
@inline(__always)
private func areSixteen(_ pixels: UnsafePointer<UInt32>, _ color: SIMD4<UInt32>) -> Bool {
    let next = unsafe UnsafeRawPointer(pixels)
    let first = unsafe next.loadUnaligned(as: SIMD4<UInt32>.self) ^ color
    let second = unsafe next.loadUnaligned(fromByteOffset: 16, as: SIMD4<UInt32>.self) ^ color
    let third = unsafe next.loadUnaligned(fromByteOffset: 32, as: SIMD4<UInt32>.self) ^ color
    let fourth = unsafe next.loadUnaligned(fromByteOffset: 48, as: SIMD4<UInt32>.self) ^ color
    let rest = unsafe unsafeBitCast(first | second | third | fourth, to: SIMD2<UInt64>.self)
    return rest[0] | rest[1] == 0
}
