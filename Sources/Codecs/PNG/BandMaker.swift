import Pixels

/// Filters and compresses single bands of one picture.
@safe final class BandMaker {
    private let deflater = FastDeflater(level: 2)
    private let rowMemory = Scratch()
    private let filterMemory = Scratch()
    private var task: (writer: RowWriter, bands: Bands)?
    /// Rows that stand unfiltered in the memory of rows, which only a drawn band looks back at.
    private var packed = 0..<0

    /// Turns to a new picture.
    func begin(_ layout: PNGLayout, _ bitmap: Bitmap, _ bands: Bands) {
        task = (RowWriter(layout: layout, bitmap: bitmap, scratch: filterMemory), bands)
        packed = 0..<0
    }

    /// Bytes that a whole picture's data never exceed.
    func bound(_ layout: PNGLayout, _ bands: Bands) -> Int {
        bands.rows.reduce(6) { $0 + Self.bound($1.count * (layout.rowLength + 1)) }
    }

    private static func bound(_ count: Int) -> Int {
        max(FastDeflater.bound(count), literalBlockBound(count))
    }

    /// Compresses the band of this index; its place in the result begins at 0.
    ///
    /// - Parameters:
    ///   - before: the look of the band before, or nil for the first.
    ///   - output: room for this band and all that follow.
    func make(
        _ index: Int, after before: BandLook?, into output: UnsafeMutableRawBufferPointer
    ) -> CompressedBand? {
        guard let (writer, bands) = task else { return nil }
        let rows = bands.rows[index]
        let look = writer.layout.palette.isEmpty ? BandLook(writer.bitmap, rows: rows) : .drawn
        // Only unfiltered rows are worth looking back at from unfiltered rows.
        let looksBack = look == .drawn && before == .drawn
        let history = looksBack ? min(bands.history, rows.lowerBound) : 0
        let start = rows.lowerBound - history
        let memory = unsafe rowMemory.buffer(of: writer.room)
        unsafe fill(memory, from: start, rows, look)
        let stride = writer.stride
        let data = unsafe UnsafeRawBufferPointer(
            rebasing: memory[start * stride..<rows.upperBound * stride])
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

    /// Writes the rows and, where they are not there, those before that are looked back at.
    private func fill(
        _ memory: UnsafeMutableRawBufferPointer, from start: Int, _ rows: Range<Int>,
        _ look: BandLook
    ) {
        guard let (writer, _) = task, let base = memory.baseAddress else { return }
        let isThere = packed.upperBound == rows.lowerBound && packed.lowerBound <= start
        let first = isThere ? rows.lowerBound : start
        unsafe writer.write(
            first..<rows.upperBound, look.filters, to: base + first * writer.stride)
        packed = look == .drawn ? (isThere ? packed.lowerBound : first)..<rows.upperBound : 0..<0
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
