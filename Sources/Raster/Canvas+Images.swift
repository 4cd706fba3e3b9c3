import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Canvas {
    func paint(_ placed: PlacedImage) {
        guard placed.isVisible else { return }
        if placed.transform.isScaleAndTranslation {
            paintUpright(placed)
        } else {
            paintTurned(placed)
        }
    }

    private func paintUpright(_ placed: PlacedImage) {
        let target = placed.transform.bounds(of: placed.destination)
        let touched = PixelRect(touching: target)
        let visible = touched.intersection(area)
        guard !visible.isEmpty else { return }
        let blur = placed.adjustment.blur
        // A blur reads beyond the visible part, but not beyond the picture.
        let region =
            blur > 0
            ? visible.expanded(by: Blur.reach(sigma: blur)).intersection(touched) : visible
        let picture = resources.images.picture(placed.key(of: region), of: placed.image)
        var runs = SurfaceRuns(
            surface: surface, source: picture.surface, isOpaque: picture.isOpaque)
        if PixelRect(exactly: target) != nil {
            RectShape(bounds: visible).emit(into: &runs)
        } else {
            shape(.rect(target), .nonZero, .identity)?.emit(into: &runs)
        }
    }

    /// Resamples upright to about twice the displayed size, then rotates the result.
    private func paintTurned(_ placed: PlacedImage) {
        let edge = Path.rect(placed.destination)
        guard let shape = shape(edge, .nonZero, placed.transform) else { return }
        let mask = mask(shape)
        let upright = UprightPicture(placed)
        let picture = resources.images.picture(upright.key, of: placed.image).surface
        guard let toPicture = placed.transform.inverse?.then(upright.map) else {
            return
        }
        let source = TurnedPicture(picture: picture, map: toPicture).surface(mask.bounds)
        var runs = SurfaceRuns(surface: surface, source: source)
        MaskShape(mask, in: area).emit(into: &runs)
    }
}

extension PlacedImage {
    /// The cache key of a region of an upright picture: everything its pixels depend on.
    func key(of region: PixelRect) -> ImageCache.Key {
        ImageCache.Key(
            image: image.key, source: source, region: region,
            placement: AxisPlacement(source, to: destination, transform), adjustment: adjustment,
            sampling: sampling)
    }

    /// True if it is visible, and small enough to be counted in pixels.
    var isVisible: Bool {
        let all = Rect(
            x: 0, y: 0, width: Double(image.crop.width), height: Double(image.crop.height))
        let shown = transform.bounds(of: destination)
        // Anything thinner covers less than one step of 8 bits.
        let thinnest = 0.001
        return !source.intersection(all).isEmpty && transform.inverse != nil
            && shown.width > thinnest && shown.height > thinnest
            && [source, destination, shown].allSatisfy(\.isCountable)
    }
}

extension Rect {
    /// True if all sides are small enough to be counted in pixels.
    fileprivate var isCountable: Bool {
        let farthest = 1e7
        return minX > -farthest && minY > -farthest && maxX < farthest && maxY < farthest
    }
}

/// A resampled picture, to be rotated afterwards.
private struct UprightPicture {
    let key: ImageCache.Key
    /// Maps the destination's space to the picture's pixels.
    let map: Transform

    /// Largest side in pixels; larger pictures are rotated from a smaller copy.
    private static let longestSide = 4096.0

    init(_ placed: PlacedImage) {
        let (source, destination) = (placed.source, placed.destination)
        let transform = placed.transform
        let across = Point(x: transform.a, y: transform.b).length * destination.width
        let down = Point(x: transform.c, y: transform.d).length * destination.height
        let width = UprightPicture.side(across, source.width)
        let height = UprightPicture.side(down, source.height)
        let region = PixelRect(x: 0, y: 0, width: width, height: height)
        var adjustment = placed.adjustment
        adjustment.blur *= Double(width) / max(across, 1)
        key = ImageCache.Key(
            image: placed.image.key, source: source, region: region,
            placement: AxisPlacement(source, to: region.rect, .identity), adjustment: adjustment,
            sampling: placed.sampling)
        map = Transform.translation(Point(x: -destination.minX, y: -destination.minY)).then(
            .scale(
                x: Double(width) / destination.width, y: Double(height) / destination.height))
    }

    /// Number of pixels of a side: the picture's own, but at most twice the displayed size.
    private static func side(_ shown: Double, _ own: Double) -> Int {
        let wanted = own <= 2 * shown ? max(own, min(shown, 2 * own)) : 2 * shown
        return Int(Double.minimum(Double.maximum(wanted, 1), longestSide).rounded(.up))
    }
}

/// A picture under a transform, with bilinear interpolation.
private struct TurnedPicture {
    let picture: Surface
    /// Maps the card to the picture's pixels.
    let map: Transform

    func surface(_ bounds: PixelRect) -> Surface {
        var pixels = [UInt32]()
        pixels.reserveCapacity(bounds.area)
        for y in bounds.y..<bounds.endY {
            for x in bounds.x..<bounds.endX {
                pixels.append(pixel(map(Point(x: Double(x) + 0.5, y: Double(y) + 0.5))))
            }
        }
        return Surface(bounds: bounds, pixels: pixels)
    }

    /// The pixel at a point; beyond the sides the border pixels are repeated.
    private func pixel(_ point: Point) -> UInt32 {
        let (width, height) = (picture.bounds.width, picture.bounds.height)
        let x = Double.minimum(Double.maximum(point.x - 0.5, 0), Double(width - 1))
        let y = Double.minimum(Double.maximum(point.y - 0.5, 0), Double(height - 1))
        let (left, top) = (Int(x), Int(y))
        let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
        let acrossWeight = UInt32((x - Double(left)) * 256)
        let downWeight = UInt32((y - Double(top)) * 256)
        let pixels = picture.pixels
        let (upper, lower) = (top * width, bottom * width)
        return mixedPixel(
            mixedPixel(pixels[upper + left], pixels[upper + right], acrossWeight),
            mixedPixel(pixels[lower + left], pixels[lower + right], acrossWeight), downWeight)
    }
}
