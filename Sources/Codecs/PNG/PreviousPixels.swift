import BlueHeartPixels
import Glibc

/// The pixels of the previous picture, to find the bands of the next one that are equal.
///
/// Copied, because a reference to the bitmap would make its owner copy all of it when it draws the
/// next card into it.
@safe final class PreviousPixels {
    private let memory = Scratch()
    private var isFilled = false
    /// Number of pictures to skip before pixels are kept again: if nothing stays the same between
    /// pictures, the copy costs a fifth of the time without benefit.
    private var pause = 0

    /// Stores the pixels of a new picture, and returns for each band whether it is unchanged.
    ///
    /// A band counts as changed if rows changed that its data may repeat. Pixels are kept from the
    /// second picture of a shape on, so that a single one costs no copy.
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
        // SAFETY: both buffers hold the whole picture, which contains the range.
        return unsafe memcmp(one + range.lowerBound, other + range.lowerBound, range.count) == 0
    }
}
