import BlueHeartPixels

/// Converts rows of a bitmap to the filtered rows of a PNG.
@safe struct RowWriter {
    let layout: PNGLayout
    let bitmap: Bitmap
    /// Two rows with at least 16 bytes before and after each.
    private let scratch: Scratch

    init(layout: PNGLayout, bitmap: Bitmap, scratch: Scratch) {
        self.layout = layout
        self.bitmap = bitmap
        self.scratch = scratch
    }

    /// Bytes of a filtered row including its filter byte.
    var stride: Int { layout.rowLength + 1 }

    /// Memory for all rows, with 16 bytes that the last one may overwrite.
    var room: Int { layout.height * stride + 16 }

    /// Writes the rows in order.
    ///
    /// - Parameter output: `rows.count * stride + 16` bytes.
    func write(
        _ rows: Range<Int>, _ policy: FilterPolicy, to output: UnsafeMutableRawPointer
    ) {
        if policy == .none {
            for (place, y) in rows.enumerated() {
                let start = unsafe output + place * stride
                unsafe start.storeBytes(of: 0, as: UInt8.self)
                unsafe pack(y, to: start + 1)
            }
        } else {
            unsafe writeFiltered(rows, to: output)
        }
    }

    private func writeFiltered(_ rows: Range<Int>, to output: UnsafeMutableRawPointer) {
        let pitch = layout.rowLength + 48
        let buffer = unsafe scratch.buffer(of: pitch * 2)
        guard let base = buffer.baseAddress else { return }
        unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: buffer.count)
        var row = unsafe base + 16
        var above = unsafe base + pitch + 16
        if rows.lowerBound > 0 { unsafe pack(rows.lowerBound - 1, to: above) }
        for (place, y) in rows.enumerated() {
            unsafe pack(y, to: row)
            let input = unsafe FilterInput(
                row: row, above: above, count: layout.rowLength, step: layout.step)
            let filter = cheapestFilter(input)
            let start = unsafe output + place * stride
            unsafe start.storeBytes(of: filter.rawValue, as: UInt8.self)
            // The 16 bytes overwritten after the row are the next row's, which is written later.
            unsafe filter.apply(input, to: start + 1)
            unsafe swap(&row, &above)
        }
    }

    /// Writes row `y` without a filter: `layout.rowLength` bytes.
    private func pack(_ y: Int, to output: UnsafeMutableRawPointer) {
        unsafe bitmap.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            // SAFETY: y < height, and pixels holds height rows of width.
            let row = unsafe base + y * layout.width
            switch layout.color {
            case .rgb: unsafe packRGB(row, output, count: layout.width)
            case .rgba:
                for x in 0..<layout.width {
                    unsafe output.storeBytes(
                        of: unpremultiplied(row[x]), toByteOffset: x * 4, as: UInt32.self)
                }
            case .gray:
                for x in 0..<layout.width {
                    unsafe output.storeBytes(
                        of: UInt8(truncatingIfNeeded: row[x]), toByteOffset: x, as: UInt8.self)
                }
            case .palette(let bits): unsafe packIndices(y, bits: bits, to: output)
            }
        }
    }

    /// Packs several indices into a byte, the leftmost into its highest bits.
    private func packIndices(_ y: Int, bits: Int, to output: UnsafeMutableRawPointer) {
        let row = layout.indices[y * layout.width..<(y + 1) * layout.width]
        if bits == 8 {
            unsafe row.withUnsafeBytes {
                unsafe output.copyMemory(from: $0.baseAddress ?? .init(output), byteCount: $0.count)
            }
            return
        }
        let perByte = 8 / bits
        for place in 0..<layout.rowLength {
            var byte = 0
            for slot in 0..<perByte {
                let x = place * perByte + slot
                byte = byte << bits | (x < layout.width ? Int(row[row.startIndex + x]) : 0)
            }
            unsafe output.storeBytes(
                of: UInt8(truncatingIfNeeded: byte), toByteOffset: place, as: UInt8.self)
        }
    }
}

/// The filter choice for the rows of a band.
enum FilterPolicy: Hashable {
    case none
    /// The filter with the smallest sum of residuals, row by row.
    case cheapest
}
