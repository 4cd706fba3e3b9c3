import BlueHeartPixels

/// Filters and compresses single bands of one picture.
@safe final class BandMaker {
    private let deflater = FastDeflater(level: 2)
    /// The rows of one band after those it refers back to: small enough for a core's cache; a whole
    /// picture's rows would cost a new process 550 pages.
    private let rowMemory = Scratch()
    private let filterMemory = Scratch()
    private var task: (writer: RowWriter, bands: Bands)?
    /// Rows stored unfiltered in the row memory, to which only a drawn band refers back.
    private var packed = 0..<0

    /// Begins a new picture.
    func begin(_ layout: PNGLayout, _ bitmap: Bitmap, _ bands: Bands) {
        task = (RowWriter(layout: layout, bitmap: bitmap, scratch: filterMemory), bands)
        packed = 0..<0
    }

    /// Releases the picture, so that its owner can draw the next one into the same memory.
    func finish() { task = nil }

    /// Upper bound of the bytes of a whole picture's data.
    func bound(_ layout: PNGLayout, _ bands: Bands) -> Int {
        bands.rows.reduce(6) { $0 + Self.bound($1.count * (layout.rowLength + 1)) }
    }

    private static func bound(_ count: Int) -> Int {
        max(FastDeflater.bound(count), literalBlockBound(count))
    }

    /// Compresses the band with this index; its range in the result begins at 0.
    ///
    /// - Parameters:
    ///   - before: the content class of the band before, or nil for the first.
    ///   - output: memory for this band and all that follow.
    func make(
        _ index: Int, after before: BandLook?, into output: UnsafeMutableRawBufferPointer
    ) -> CompressedBand? {
        guard let (writer, bands) = task else { return nil }
        let rows = bands.rows[index]
        let look = writer.layout.palette.isEmpty ? BandLook(writer.bitmap, rows: rows) : .drawn
        // Only unfiltered rows can repeat unfiltered rows.
        let looksBack = look == .drawn && before == .drawn
        let history = looksBack ? min(bands.history, rows.lowerBound) : 0
        let stride = writer.stride
        let data = unsafe fill(history: history, rows, look)
        let own = unsafe UnsafeRawBufferPointer(rebasing: data[(history * stride)...])
        let isLast = index == bands.rows.count - 1
        let count: Int
        if look == .photographed {
            count = unsafe codeLiterals(own, into: output, isLast: isLast)
        } else {
            count = unsafe deflater.compress(
                data, history: history * stride, into: output, isLast: isLast)
        }
        guard count > 0 else { return nil }
        return unsafe CompressedBand(
            look: look, place: 0..<count, count: own.count, checksum: adler32(own))
    }

    /// Writes the rows of a band after the `history` rows before it, which are also written unless
    /// they are in memory already.
    private func fill(
        history: Int, _ rows: Range<Int>, _ look: BandLook
    ) -> UnsafeRawBufferPointer {
        guard let (writer, bands) = task else { return unsafe .init(start: nil, count: 0) }
        let stride = writer.stride
        let memory = unsafe rowMemory.buffer(of: bands.longest * stride + 16)
        guard let base = memory.baseAddress else { return unsafe .init(rebasing: memory[..<0]) }
        let start = rows.lowerBound - history
        if history > 0, packed.upperBound == rows.lowerBound, packed.lowerBound <= start {
            // SAFETY: the rows from `packed.lowerBound` on are at the start of the memory.
            unsafe base.copyMemory(
                from: base + (start - packed.lowerBound) * stride, byteCount: history * stride)
            unsafe writer.write(rows, look.filters, to: base + history * stride)
        } else {
            unsafe writer.write(start..<rows.upperBound, look.filters, to: base)
        }
        packed = look == .drawn ? start..<rows.upperBound : 0..<0
        return unsafe UnsafeRawBufferPointer(
            rebasing: memory[..<((rows.upperBound - start) * stride)])
    }

    private func codeLiterals(
        _ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> Int {
        guard let base = output.baseAddress else { return 0 }
        var writer = unsafe BitWriter(base)
        unsafe writeLiteralBlock(data, to: &writer, isLast: isLast)
        if isLast { writer.finish() } else { writer.align() }
        return writer.byteCount
    }
}
