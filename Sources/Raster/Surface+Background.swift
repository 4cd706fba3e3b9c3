import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Surface {
    /// A surface that begins with the first of `commands`, if that fills all of it.
    ///
    /// A background is neither cleared nor painted over: a picture's pixels become the surface's
    /// own, and are copied only if they are also cached for other cards.
    ///
    /// - Returns: also the number of painted commands, 0 or 1.
    static func begun(
        with commands: [DrawCommand], over bounds: PixelRect, resources: RenderResources
    ) -> (surface: Surface, painted: Int) {
        if let color = commands.first?.background(of: bounds) {
            return (Surface(bounds: bounds, filledWith: color), 1)
        }
        if case .image(let placed) = commands.first, placed.isBackground(of: bounds) {
            let picture = resources.images.picture(placed.key(of: bounds), of: placed.image)
            return (Surface(bounds: bounds, pixels: picture.surface.pixels), 1)
        }
        return (Surface(bounds: bounds), 0)
    }
}

extension PlacedImage {
    /// True if the picture fills all of `bounds` with whole pixels of the card.
    fileprivate func isBackground(of bounds: PixelRect) -> Bool {
        guard !bounds.isEmpty, isVisible, transform.isScaleAndTranslation, adjustment.blur == 0
        else { return false }
        return PixelRect(exactly: transform.bounds(of: destination))?.contains(bounds) ?? false
    }
}
