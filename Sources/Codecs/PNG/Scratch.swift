/// Memory that grows and is used again, owned by one encoder; what one huge picture took is given
/// back for the next that is small.
///
/// Unsafe because fresh, cleared memory for each card of 1200 x 630 costs 1.5 ms of page faults,
/// as much as compressing it.
@safe final class Scratch {
    private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// As much as a story takes.
    private static let keptBytes = 8 << 20

    /// Bytes held.
    var count: Int { unsafe memory.count }

    deinit { unsafe memory.deallocate() }

    /// At least `count` bytes with unknown content; earlier buffers of this scratch are gone.
    func buffer(of count: Int) -> UnsafeMutableRawBufferPointer {
        if unsafe memory.count < count || memory.count > max(4 * count, Self.keptBytes) {
            unsafe memory.deallocate()
            unsafe memory = .allocate(byteCount: count + count / 8, alignment: 64)
        }
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
    }
}
