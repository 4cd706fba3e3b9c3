import Glibc
import Pixels

/// The pixels of the last picture, to see which bands of the next one are the same.
///
/// Copied, because holding on to the bitmap would make its owner copy all of it when it draws the
/// next card into it.
@safe final class PreviousPixels {
    private let memory = Scratch()
    private var isFilled = false
    /// Pictures to let pass before pixels are kept again: where nothing stays the same from one
    /// picture to the next, the copy costs a fifth of the time and brings nothing.
    private var pause = 0

    /// Takes the pixels of a new picture in, and says which bands are as they were.
    ///
    /// A band counts as changed where the rows changed that its data may repeat. The pixels are
    /// kept from the second picture of a shape on, so that a single one costs no copy.
    func replace(by bitmap: Bitmap, _ bands: Bands, isSameShape: Bool) -> [Bool] {
        let hadPixels = isFilled && isSameShape
        isFilled = isSameShape && pause == 0
        pause = max(0, pause - 1)
        if !isFilled { return [Bool](repeating: false, count: bands.rows.count) }
        let rowBytes = bitmap.width * 4
        let kept = unsafe memory.buffer(of: bitmap.height * rowBytes)
        return unsafe bitmap.pixels.withUnsafeBytes { pixels in
            var unchanged = [Bool](repeating: false, count: bands.rows.count)
            if hadPixels {
                for (index, rows) in bands.rows.enumerated() {
                    let first = max(0, rows.lowerBound - bands.history)
                    let range = first * rowBytes..<rows.upperBound * rowBytes
                    unchanged[index] = unsafe isEqual(kept, pixels, range)
                }
            }
            if hadPixels, !unchanged.contains(true) {
                isFilled = false
                pause = 8
                return unchanged
            }
            for (index, rows) in bands.rows.enumerated() where !unchanged[index] {
                let range = rows.lowerBound * rowBytes..<rows.upperBound * rowBytes
                unsafe UnsafeMutableRawBufferPointer(rebasing: kept[range]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: pixels[range]))
            }
            return unchanged
        }
    }

    private func isEqual(
        _ kept: UnsafeMutableRawBufferPointer, _ pixels: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> Bool {
        guard let one = kept.baseAddress, let other = pixels.baseAddress else { return false }
        // SAFETY: both buffers hold the whole picture, of which range is a part.
        return unsafe memcmp(one + range.lowerBound, other + range.lowerBound, range.count) == 0
    }
}
