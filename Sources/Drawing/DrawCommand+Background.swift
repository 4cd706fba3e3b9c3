import BlueHeartGeometry
public import BlueHeartPixels

extension DrawCommand {
    /// The pixel with which the command fills all of `area`; nil if it does anything else there.
    public func background(of area: PixelRect) -> UInt32? {
        guard case .fill(let fill) = self, let pixel = fill.paint.opaquePixel,
            fill.transform.isScaleAndTranslation, fill.path.isAxisAlignedRect,
            fill.transform.bounds(of: fill.path.controlBounds).contains(area.rect)
        else { return nil }
        return pixel
    }
}

extension Paint {
    /// The pixel of a single opaque colour.
    public var opaquePixel: UInt32? {
        guard case .solid(let color) = self, color.alpha >= 1 else { return nil }
        return color.pixel
    }
}
