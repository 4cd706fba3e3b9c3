import Pixels

/// Whether a picture is drawn rather than photographed: whether most samples equal a neighbour.
///
/// Looks at runs of 16 px, a quarter of the rows and a quarter of each row.
func looksLikeGraphics(_ bitmap: Bitmap) -> Bool {
    looksLikeGraphics(bitmap, rows: 0..<bitmap.height)
}

func looksLikeGraphics(_ bitmap: Bitmap, rows: Range<Int>) -> Bool {
    var same = 0
    var all = 0
    for y in stride(from: max(rows.lowerBound, 1), to: rows.upperBound, by: 4) {
        for left in stride(from: 1, to: bitmap.width, by: 64) {
            let start = y * bitmap.width + left
            let length = min(16, bitmap.width - left)
            all += 3 * length
            for index in start..<start + length {
                same += equalSamples(
                    bitmap.pixels[index], bitmap.pixels[index - 1],
                    bitmap.pixels[index - bitmap.width])
            }
        }
    }
    // Gradients have 75 to 100 per cent of equal neighbours, photographs 10 to 30.
    return same * 10 >= all * 6
}

/// How many of red, green and blue equal the pixel to the left or the one above.
private func equalSamples(_ pixel: UInt32, _ left: UInt32, _ above: UInt32) -> Int {
    let fromLeft = pixel ^ left
    let fromAbove = pixel ^ above
    var count = 0
    for shift in [0, 8, 16] as [UInt32] {
        let isEqual = fromLeft >> shift & 0xFF == 0 || fromAbove >> shift & 0xFF == 0
        count += isEqual ? 1 : 0
    }
    return count
}
