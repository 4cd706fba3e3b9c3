import BlueHeartGeometry
import BlueHeartPixels

/// The requested part of a picture in the coordinates of its file, which may be rotated.
struct StoredPart {
    /// All pixels of the picture, as stored and scaled down.
    let whole: PixelRect
    /// The pixels of the part; at least one.
    let bounds: PixelRect
    private let orientation: Orientation

    /// Locates a part.
    ///
    /// - Parameter part: in px of the upright picture; nil for all of it.
    init(_ part: Rect?, of header: JPEGHeader, shrinking: Int) {
        orientation = header.orientation
        whole = PixelRect(
            x: 0, y: 0, width: shrunk(header.width, by: shrinking),
            height: shrunk(header.height, by: shrinking))
        let all = orientation.upright(whole, in: whole)
        let shown = part.map { all.pixels(touching: $0, of: header.summary) } ?? all
        // A part outside the picture has no pixels; then the whole picture is used.
        bounds = orientation.stored(shown.isEmpty ? all : shown, in: whole)
    }

    /// The part in upright orientation.
    ///
    /// - Precondition: `pixels` are those of the bounds, as stored.
    func crop(_ pixels: [UInt32]) -> CroppedImage {
        let stored = Bitmap(width: bounds.width, height: bounds.height, pixels: pixels)
        let place = orientation.upright(bounds, in: whole)
        return CroppedImage(
            of: orientation.upright(whole, in: whole), at: (place.x, place.y),
            stored.turned(orientation))
    }
}

extension PixelRect {
    /// The pixels touched by `part`, which is given in px of the file, in this picture.
    fileprivate func pixels(touching part: Rect, of header: ImageHeader) -> PixelRect {
        let scale = Transform.scale(
            x: Double(width) / Double(header.width), y: Double(height) / Double(header.height))
        return PixelRect(touching: scale.bounds(of: part)).intersection(self)
    }
}
