import BlueHeartGeometry
public import BlueHeartPixels
public import BlueHeartPlacements

/// A simulated view of a card.
public enum Simulation: String, Hashable, Sendable, CaseIterable {
    case protan, deutan, tritan
    case grayscale
    /// The card at its width on a phone.
    case phone
    /// The smallest area that a network shows, with its covers.
    case crop
}

extension Simulation {
    /// The simulated picture, without its displayed size.
    ///
    /// - Parameter bitmap: of the placement's size.
    public func picture(of bitmap: Bitmap, on placement: Placement) -> Bitmap {
        switch self {
        case .protan: ColorVision.protan.seen(bitmap)
        case .deutan: ColorVision.deutan.seen(bitmap)
        case .tritan: ColorVision.tritan.seen(bitmap)
        case .grayscale: bitmap.inGrey
        case .phone: bitmap
        case .crop: bitmap.covered(by: placement.covers).cropped(to: placement)
        }
    }

    /// Width at which the picture is displayed, in px of the screen; nil for its own width.
    public func shownWidth(on placement: Placement) -> Double? {
        self == .phone ? placement.displayWidth : nil
    }
}

extension Bitmap {
    /// The picture with the luminance of each pixel and no hue.
    fileprivate var inGrey: Bitmap {
        var known: [UInt32: UInt32] = [:]
        var picture = self
        for index in picture.pixels.indices {
            let pixel = picture.pixels[index]
            if let grey = known[pixel] {
                picture.pixels[index] = grey
                continue
            }
            let luminance = LinearColor(pixel: straightened(pixel)).luminance
            let grey = scaledPixel(LinearColor(repeating: luminance).pixel, by: pixel >> 24)
            known[pixel] = grey
            picture.pixels[index] = grey
        }
        return picture
    }

    /// The picture with flat gray where the network covers it.
    fileprivate func covered(by covers: [Placement.Cover]) -> Bitmap {
        var picture = self
        for cover in covers {
            picture.paint(0xFF9A_938A, where: { cover.holds($0) }, in: cover.area)
        }
        return picture
    }

    /// The picture without the cropped parts; transparent outside the circle of a round placement.
    fileprivate func cropped(to placement: Placement) -> Bitmap {
        let whole = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
        var picture = self
        if placement.isCircular {
            let circle = Placement.Cover(title: "", shape: .ellipse, area: whole)
            picture.paint(0, where: { !circle.holds($0) }, in: whole)
        }
        let shown = placement.shownArea.intersection(whole.inset(by: placement.preview))
        let columns = Int(shown.minX)..<max(Int(shown.minX) + 1, Int(shown.maxX))
        let rows = Int(shown.minY)..<max(Int(shown.minY) + 1, Int(shown.maxY))
        guard columns.upperBound <= width, rows.upperBound <= height else { return picture }
        let pixels = rows.flatMap { y in
            picture.pixels[y * width + columns.lowerBound..<y * width + columns.upperBound]
        }
        return Bitmap(width: columns.count, height: rows.count, pixels: pixels)
    }

    private mutating func paint(
        _ pixel: UInt32, where isMeant: (Point) -> Bool, in area: Rect
    ) {
        let rows = max(0, Int(area.minY))..<max(0, min(height, Int(area.maxY.rounded(.up))))
        let columns = max(0, Int(area.minX))..<max(0, min(width, Int(area.maxX.rounded(.up))))
        for y in rows {
            for x in columns where isMeant(Point(x: Double(x) + 0.5, y: Double(y) + 0.5)) {
                pixels[y * width + x] = pixel
            }
        }
    }
}

extension Placement.Cover {
    /// True if the cover contains a point.
    fileprivate func holds(_ point: Point) -> Bool {
        guard shape == .ellipse else { return true }
        let x = (point.x - area.center.x) / (area.width / 2)
        let y = (point.y - area.center.y) / (area.height / 2)
        return x * x + y * y < 1
    }
}
