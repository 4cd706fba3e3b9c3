/// Growing memory that one encoder reuses; memory of one huge picture is released at the next small
/// one.
///
/// Unsafe because new, cleared memory for each card of 1200 x 630 costs 1.5 ms of page faults, as
/// much as compressing it.
@safe final class Scratch {
    private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// Size that is kept: that of a story.
    private static let keptBytes = 8 << 20

    /// Bytes allocated.
    var count: Int { unsafe memory.count }

    deinit { unsafe memory.deallocate() }

    /// A buffer of at least `count` bytes with undefined content; invalidates earlier buffers.
    func buffer(of count: Int) -> UnsafeMutableRawBufferPointer {
        if unsafe memory.count < count || memory.count > max(4 * count, Self.keptBytes) {
            unsafe memory.deallocate()
            unsafe memory = .allocate(byteCount: count + count / 8, alignment: 64)
        }
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
    }

    /// The first bytes of the last buffer, with their content.
    ///
    /// - Precondition: the last buffer had at least `count` bytes.
    func content(_ count: Int) -> UnsafeRawBufferPointer {
        precondition(unsafe count <= memory.count, "\(count) bytes of a smaller buffer")
        return unsafe UnsafeRawBufferPointer(rebasing: memory[..<count])
    }
}
