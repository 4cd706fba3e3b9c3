import BlueHeartPixels

/// Compresses a picture in one piece with libdeflate: smaller and slower than ISA-L.
@safe final class WholeCompressor {
    private let rowMemory = Scratch()
    private let filterMemory = Scratch()
    private let memory = Scratch()
    private var deflaters: [Int: ThoroughDeflater] = [:]

    /// zlib data, valid until the next call; nil if memory is exhausted.
    ///
    /// - Parameter level: libdeflate's, 1 to 12.
    func compress(
        _ layout: PNGLayout, _ bitmap: Bitmap, level: Int
    ) -> UnsafeRawBufferPointer? {
        let data = unsafe filteredRows(layout, bitmap)
        let output = unsafe memory.buffer(of: data.count + data.count / 8 + 1_024)
        let body = unsafe UnsafeMutableRawBufferPointer(rebasing: output[2..<(output.count - 4)])
        let deflater = deflaters[level] ?? ThoroughDeflater(level: level)
        deflaters[level] = deflater
        guard let count = unsafe deflater.compress(data, into: body) else { return nil }
        return unsafe finishZlib(output, end: 2 + count, checksum: adler32(data))
    }

    /// All rows, each band filtered by its content class.
    private func filteredRows(_ layout: PNGLayout, _ bitmap: Bitmap) -> UnsafeRawBufferPointer {
        let writer = RowWriter(layout: layout, bitmap: bitmap, scratch: filterMemory)
        let memory = unsafe rowMemory.buffer(of: writer.room)
        if let base = memory.baseAddress {
            for rows in Bands(layout).rows {
                let look = layout.palette.isEmpty ? BandLook(bitmap, rows: rows) : .drawn
                unsafe writer.write(rows, look.filters, to: base + rows.lowerBound * writer.stride)
            }
        }
        return unsafe UnsafeRawBufferPointer(rebasing: memory[..<(layout.height * writer.stride)])
    }
}
