import BlueHeartPixels

extension Bitmap {
    /// The picture rotated upright.
    func turned(_ orientation: Orientation) -> Bitmap {
        if orientation == .upright { return self }
        let walk = Walk(orientation, width: width, height: height)
        let newWidth = orientation.swapsSides ? height : width
        let newHeight = orientation.swapsSides ? width : height
        var turned = Bitmap(width: newWidth, height: newHeight)
        // Squares of 32 px keep the rows that are read column-wise in the cache.
        for top in stride(from: 0, to: newHeight, by: 32) {
            for left in stride(from: 0, to: newWidth, by: 32) {
                for y in top..<min(top + 32, newHeight) {
                    for x in left..<min(left + 32, newWidth) {
                        turned.pixels[y * newWidth + x] = pixels[walk.index(x, y)]
                    }
                }
            }
        }
        return turned
    }
}

/// Maps pixels of an upright picture to the stored ones.
private struct Walk {
    private let start: Int
    private let right: Int
    private let down: Int

    init(_ orientation: Orientation, width: Int, height: Int) {
        let lastColumn = width - 1
        let lastRow = (height - 1) * width
        switch orientation {
        case .upright: (start, right, down) = (0, 1, width)
        case .mirrored: (start, right, down) = (lastColumn, -1, width)
        case .upsideDown: (start, right, down) = (lastRow + lastColumn, -1, -width)
        case .flipped: (start, right, down) = (lastRow, 1, -width)
        case .transposed: (start, right, down) = (0, width, 1)
        case .quarterRight: (start, right, down) = (lastRow, -width, 1)
        case .transverse: (start, right, down) = (lastRow + lastColumn, -width, -1)
        case .quarterLeft: (start, right, down) = (lastColumn, width, -1)
        }
    }

    @inline(__always)
    func index(_ x: Int, _ y: Int) -> Int { start + x * right + y * down }
}

extension Orientation {
    /// Maps a rectangle of the upright picture to stored coordinates.
    ///
    /// - Parameter whole: all stored pixels.
    func stored(_ upright: PixelRect, in whole: PixelRect) -> PixelRect {
        mirrored(swapped(upright), in: whole)
    }

    /// Maps a rectangle of stored pixels to upright coordinates.
    ///
    /// - Parameter whole: all stored pixels.
    func upright(_ stored: PixelRect, in whole: PixelRect) -> PixelRect {
        swapped(mirrored(stored, in: whole))
    }

    private func swapped(_ rect: PixelRect) -> PixelRect {
        guard swapsSides else { return rect }
        return PixelRect(x: rect.y, y: rect.x, width: rect.height, height: rect.width)
    }

    private func mirrored(_ rect: PixelRect, in whole: PixelRect) -> PixelRect {
        let mirrorsColumns = [.mirrored, .upsideDown, .transverse, .quarterLeft].contains(self)
        let mirrorsRows = [.upsideDown, .flipped, .quarterRight, .transverse].contains(self)
        return PixelRect(
            x: mirrorsColumns ? whole.endX - rect.endX : rect.x,
            y: mirrorsRows ? whole.endY - rect.endY : rect.y, width: rect.width,
            height: rect.height)
    }
}
