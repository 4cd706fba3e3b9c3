import BlueHeartPixels

/// True if a picture is drawn rather than photographed: most of its rows repeat.
func looksLikeGraphics(_ bitmap: Bitmap) -> Bool {
    repeatedRuns(bitmap, rows: 0..<bitmap.height) >= drawnShare
}

/// Share of repeated runs above which a picture counts as drawn.
let drawnShare = 0.4

/// Share of runs of 4 px that equal those above or those one px to the left, 0 to 1.
///
/// Flat areas have 1, gradients 0.5 to 0.7, photographs 0 to 0.15, even if they are so dark that
/// most single samples equal a neighbour. Samples every eighth row, and there 4 runs of 32.
func repeatedRuns(_ bitmap: Bitmap, rows: Range<Int>) -> Double {
    var equal = 0
    var all = 0
    let width = bitmap.width
    let pixels = bitmap.pixels
    for y in stride(from: max(rows.lowerBound, 1), to: rows.upperBound, by: 8) {
        for left in stride(from: 1, to: width - 3, by: 128) {
            for run in stride(from: left, to: min(left + 16, width - 3), by: 4) {
                let start = y * width + run
                var fromLeft: UInt32 = 0
                var fromAbove: UInt32 = 0
                for index in start..<start + 4 {
                    fromLeft |= pixels[index] ^ pixels[index - 1]
                    fromAbove |= pixels[index] ^ pixels[index - width]
                }
                all += 1
                equal += fromLeft == 0 || fromAbove == 0 ? 1 : 0
            }
        }
    }
    // A picture of one row or a few columns has nothing to compare and counts as drawn.
    return all == 0 ? 1 : Double(equal) / Double(all)
}
