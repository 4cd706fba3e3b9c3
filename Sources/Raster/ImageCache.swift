import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// LRU cache of pictures at their displayed size, with adjustments applied.
final class ImageCache {
    /// Everything the pixels of a prepared picture depend on.
    ///
    /// Contains the image's key only, so that the cache does not retain its pixels: a photograph
    /// has many times more pixels than its visible part.
    struct Key: Hashable {
        /// The `SourceImage.key`.
        var image: String
        var source: Rect
        /// The visible pixels.
        var region: PixelRect
        /// Position of the source, in pixels; a negative width or height mirrors.
        var placement: AxisPlacement
        var adjustment: ImageAdjustment
        var sampling: PlacedImage.Sampling
    }

    /// Pixels that must not be painted on.
    struct Picture {
        var surface: Surface
        var isOpaque: Bool
    }

    private var pictures: SurfaceCache<(key: Key, isOpaque: Bool)>

    /// Creates an empty cache.
    ///
    /// - Parameter limit: of the cached pixels, in bytes.
    init(limit: Int) { pictures = SurfaceCache(limit: limit) }

    func picture(_ key: Key, of image: SourceImage) -> Picture {
        if let known = pictures.first(where: { $0.key == key }) {
            return Picture(surface: known.surface, isOpaque: known.key.isOpaque)
        }
        let picture = key.prepare(image.crop)
        // A crop was decoded for one card; the next card has another crop.
        if image.crop.isWhole { pictures.keep(picture.surface, for: (key, picture.isOpaque)) }
        return picture
    }
}

/// Position of the two sides of a picture's part on the card, per axis.
struct AxisPlacement: Hashable {
    /// Card coordinate of the part's left side; of its right side if mirrored.
    var x: Double
    var y: Double
    /// Pixels of the card per pixel of the picture; negative to mirror.
    var scaleX: Double
    var scaleY: Double

    /// Precondition: `map` preserves axis-aligned rectangles.
    init(_ source: Rect, to destination: Rect, _ map: Transform) {
        let origin = map(destination.origin)
        (x, y) = (origin.x, origin.y)
        scaleX = map.a * destination.width / source.width
        scaleY = map.d * destination.height / source.height
    }
}

extension ImageCache.Key {
    /// The pixels of the region, adjusted.
    func prepare(_ picture: CroppedImage) -> ImageCache.Picture {
        var (pixels, isOpaque) = resampled(picture)
        if adjustment.blur > 0 {
            let sharp = Bitmap(width: region.width, height: region.height, pixels: pixels)
            pixels = Blur.blur(sharp, sigma: adjustment.blur, edge: .extended).pixels
        }
        ColorAdjustment(adjustment)?.apply(to: &pixels)
        if adjustment != .none { isOpaque = areOpaque(pixels) }
        return .init(surface: Surface(bounds: region, pixels: pixels), isOpaque: isOpaque)
    }

    private func resampled(_ picture: CroppedImage) -> (pixels: [UInt32], areOpaque: Bool) {
        let columns = scale(
            origin: placement.x, first: region.x, scale: placement.scaleX, source: source.minX)
        let rows = scale(
            origin: placement.y, first: region.y, scale: placement.scaleY, source: source.minY)
        if let copy = copied(picture, columns, rows) { return (copy, areOpaque(copy)) }
        if sampling == .nearest {
            let pixels = nearest(picture, columns, rows)
            return (pixels, areOpaque(pixels))
        }
        var resampler = Resampler(
            picture, columns: .init(count: region.width, scale: columns),
            rows: .init(count: region.height, scale: rows),
            coding: sampling == .codes ? .codes : .light)
        return resampler.pixels()
    }

    /// The pixel of the picture under the centre of each output pixel.
    private func nearest(
        _ picture: CroppedImage, _ columns: FilterWeights.Scale, _ rows: FilterWeights.Scale
    ) -> [UInt32] {
        func places(_ scale: FilterWeights.Scale, _ count: Int, _ first: Int, _ length: Int)
            -> [Int]
        {
            (0..<count).map { index in
                let place = (scale.offset + (Double(index) + 0.5) * scale.step).rounded(.down)
                let inside = Double.minimum(Double.maximum(place - Double(first), 0), 1e9)
                return min(Int(inside), length - 1)
            }
        }
        let bounds = picture.bounds
        let xs = places(columns, region.width, bounds.x, bounds.width)
        let ys = places(rows, region.height, bounds.y, bounds.height)
        var pixels = [UInt32]()
        pixels.reserveCapacity(region.area)
        for y in ys {
            for x in xs { pixels.append(picture.bitmap.pixels[y * bounds.width + x]) }
        }
        return pixels
    }

    /// The mapping from output pixels of the region to pixels of the picture.
    private func scale(origin: Double, first: Int, scale: Double, source: Double)
        -> FilterWeights.Scale
    {
        FilterWeights.Scale(offset: source + (Double(first) - origin) / scale, step: 1 / scale)
    }

    /// The picture's own pixels, if the scale is 1.
    private func copied(
        _ picture: CroppedImage, _ columns: FilterWeights.Scale, _ rows: FilterWeights.Scale
    ) -> [UInt32]? {
        let (x, y) = (columns.offset.rounded(), rows.offset.rounded())
        guard columns.step == 1, rows.step == 1, x == columns.offset, y == rows.offset else {
            return nil
        }
        let (left, top) = (Int(x) - picture.bounds.x, Int(y) - picture.bounds.y)
        guard left >= 0, top >= 0, left + region.width <= picture.bounds.width,
            top + region.height <= picture.bounds.height
        else { return nil }
        var pixels = [UInt32]()
        pixels.reserveCapacity(region.area)
        for row in top..<top + region.height {
            let start = row * picture.bounds.width + left
            pixels += picture.bitmap.pixels[start..<start + region.width]
        }
        return pixels
    }
}
