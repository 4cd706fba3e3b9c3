import Pixels

/// Writes PNG files, and keeps memory to use again.
///
/// Owned by one thread, which may encode any number of pictures with it. What it encoded before
/// never shows in a file.
public final class PNGEncoder {
    private let rows = Scratch()
    private let filterRows = Scratch()
    private let compressed = Scratch()
    private var fast: FastDeflater?
    private var thorough: [Int: ThoroughDeflater] = [:]

    public init() {}

    /// Encodes without loss; only a budget that cannot be met so makes it merge colours.
    func encode(
        _ bitmap: Bitmap, as options: EncodeOptions
    ) throws(EncodeError) -> EncodedPicture {
        let layout = PNGLayout(of: bitmap)
        let budget = options.maxBytes ?? .max
        var smallest = Int.max
        for effort in options.effort.escalation(isBudgeted: options.maxBytes != nil) {
            let bytes = try file(layout, bitmap, options, effort)
            if bytes.count <= budget { return picture(bytes, layout, isReduced: false) }
            smallest = min(smallest, bytes.count)
        }
        let reduced = PNGLayout(bitmap, try reducedPalette(of: bitmap))
        let bytes = try file(reduced, bitmap, options, .small)
        if bytes.count <= budget { return picture(bytes, reduced, isReduced: true) }
        throw .overBudget(smallest: min(smallest, bytes.count), limit: budget)
    }

    private func picture(
        _ bytes: [UInt8], _ layout: PNGLayout, isReduced: Bool
    ) -> EncodedPicture {
        EncodedPicture(
            bytes: bytes, format: .png, coding: .png(layout.color, isReduced: isReduced))
    }

    private func file(
        _ layout: PNGLayout, _ bitmap: Bitmap, _ options: EncodeOptions, _ effort: EncodeEffort
    ) throws(EncodeError) -> [UInt8] {
        let writer = RowWriter(layout: layout, bitmap: bitmap, scratch: filterRows)
        let plan = CompressionPlan(effort, layout, bitmap)
        let room = unsafe rows.buffer(of: writer.room)
        guard let base = room.baseAddress else { throw .failed("no memory for rows") }
        unsafe writer.write(0..<layout.height, plan.filters, to: base)
        let data = unsafe UnsafeRawBufferPointer(rebasing: room[..<(layout.height * writer.stride)])
        let zlib = unsafe try compress(data, plan.method)
        var container = PNGContainer(capacity: zlib.count + 4_096)
        container.writeHead(layout, options)
        unsafe container.chunk("IDAT", zlib)
        container.chunk("IEND", [])
        return container.bytes
    }

    /// zlib data in scratch memory that stays until the next call.
    private func compress(
        _ data: UnsafeRawBufferPointer, _ method: CompressionPlan.Method
    ) throws(EncodeError) -> UnsafeRawBufferPointer {
        let output = unsafe compressed.buffer(of: FastDeflater.bound(data.count) + 6)
        let body = unsafe UnsafeMutableRawBufferPointer(rebasing: output[2..<(output.count - 4)])
        guard let count = unsafe deflate(data, into: body, method) else {
            throw .failed("the compressor has no memory")
        }
        // CMF and FLG: deflate, window of 32 KiB, a multiple of 31. Source: RFC 1950, section 2.2.
        unsafe output[0] = 0x78
        unsafe output[1] = 0x01
        let checksum = unsafe adler32(data)
        for place in 0..<4 {
            unsafe output[2 + count + place] = UInt8(
                truncatingIfNeeded: checksum >> UInt32(24 - 8 * place))
        }
        return unsafe UnsafeRawBufferPointer(rebasing: output[..<(count + 6)])
    }

    private func deflate(
        _ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer,
        _ method: CompressionPlan.Method
    ) -> Int? {
        switch method {
        case .fast:
            let deflater = fast ?? FastDeflater(level: 1)
            fast = deflater
            return unsafe deflater.compress(data, into: output, isLast: true)
        case .thorough(let level):
            let deflater = thorough[level] ?? ThoroughDeflater(level: level)
            thorough[level] = deflater
            return unsafe deflater.compress(data, into: output)
        }
    }
}

extension EncodeEffort {
    /// The efforts to try one after another until a budget is met.
    fileprivate func escalation(isBudgeted: Bool) -> [EncodeEffort] {
        isBudgeted && self != .small ? [self, .small] : [self]
    }
}

/// Which filters and which compressor suit a picture, found by looking at it.
struct CompressionPlan {
    let filters: FilterPolicy
    let method: Method

    enum Method: Hashable {
        case fast
        /// libdeflate's level, 1 to 12.
        case thorough(Int)
    }

    /// Unfiltered rows of a drawing repeat those above, which the compressor finds; the residuals
    /// of a filter would hide that. Rows of a photograph never repeat.
    init(_ effort: EncodeEffort, _ layout: PNGLayout, _ bitmap: Bitmap) {
        let isDrawn = layout.palette.isEmpty ? looksLikeGraphics(bitmap) : true
        switch (effort, isDrawn) {
        case (.fast, true): (filters, method) = (.none, .fast)
        case (.fast, false): (filters, method) = (.always(.up), .fast)
        case (.default, true): (filters, method) = (.none, .thorough(6))
        case (.default, false): (filters, method) = (.cheapest, .thorough(1))
        case (.small, true): (filters, method) = (.none, .thorough(12))
        case (.small, false): (filters, method) = (.cheapest, .thorough(9))
        }
    }
}
