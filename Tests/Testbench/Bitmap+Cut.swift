public import BlueHeartPixels

extension Bitmap {
    /// The pixels of a part.
    ///
    /// Traps where it is not inside of the picture.
    public func cut(to part: PixelRect) -> Bitmap {
        let rows = (part.y..<part.endY).flatMap { row in
            pixels[row * width + part.x..<row * width + part.endX]
        }
        return Bitmap(width: part.width, height: part.height, pixels: rows)
    }
}
