import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Canvas {
    func paint(_ run: GlyphRun) {
        if let outline = run.outline { paintOutline(outline, of: run) }
        if let size = maskSize(of: run) {
            paintMasks(run, size: size)
        } else {
            paintPath(run)
        }
        paintPictures(run)
    }

    /// Adds the coverage of a run's glyph outlines; without their strokes and without colour
    /// glyphs.
    func cover(_ run: GlyphRun, in mask: inout Mask) {
        for placed in masks(of: run) { placed.add(to: &mask) }
    }

    /// Adds the coverage for some rows only.
    func cover(_ run: GlyphRun, in rows: inout CoveredRows) {
        for placed in masks(of: run) { rows.add(placed.mask, x: placed.x, y: placed.y) }
    }

    /// One mask per glyph, or one for all if they are filled as a path.
    private func masks(of run: GlyphRun) -> [PlacedMask] {
        if let size = maskSize(of: run) { return placedMasks(of: run, size: size) }
        guard let shape = shape(path(of: run), .nonZero, run.transform) else { return [] }
        return [PlacedMask(mask: mask(shape), x: 0, y: 0)]
    }

    /// The em, in px of the card, of the masks of a run; nil if it is filled as a path.
    private func maskSize(of run: GlyphRun) -> Double? {
        let scale = run.transform.a
        let isPlain = run.transform.isScaleAndTranslation && scale == run.transform.d && scale > 0
        return isPlain && run.fontSize * scale <= GlyphCache.largestEm ? run.fontSize * scale : nil
    }

    /// Adds up the masks of all glyphs, then paints once, so that connected letters show no seams.
    private func paintMasks(_ run: GlyphRun, size: Double) {
        let placed = placedMasks(of: run, size: size)
        let bounds = placed.reduce(PixelRect(x: 0, y: 0, width: 0, height: 0)) {
            $0.union($1.bounds)
        }.intersection(area)
        guard !bounds.isEmpty else { return }
        var line = Mask(bounds: bounds)
        for glyph in placed { glyph.add(to: &line) }
        line.roundToLevels()
        paint(MaskShape(line, in: bounds), with: run.paint, transform: run.transform)
    }

    private func placedMasks(of run: GlyphRun, size: Double) -> [PlacedMask] {
        let face = GlyphCache.Face(font: run.font, size: size)
        var masks = resources.glyphs.take(face)
        let placed = run.glyphs.compactMap { glyph in place(glyph, run, face, &masks) }
        resources.glyphs.put(masks, of: face)
        return placed
    }

    /// The mask of a glyph with its position; nil if it is not visible in the area.
    private func place(
        _ glyph: GlyphRun.Glyph, _ run: GlyphRun, _ face: GlyphCache.Face,
        _ masks: inout [UInt32: Mask]
    ) -> PlacedMask? {
        let origin = run.transform(glyph.position)
        let farthest = Double(1 << 24)
        guard abs(origin.x) < farthest, abs(origin.y) < farthest else { return nil }
        let quarters = Int((origin.x * 4 + 0.5).rounded(.down))
        let phase = quarters & 3
        let key = glyph.id << 2 | UInt32(phase)
        let mask: Mask
        if let known = masks[key] {
            mask = known
        } else {
            guard resources.glyphs.colorPicture(of: glyph.id, in: run.font) == nil else {
                return nil
            }
            mask = resources.glyphs.makeMask(glyph.id, of: face, phase: phase, resources: resources)
            masks[key] = mask
        }
        let placed = PlacedMask(mask: mask, x: quarters >> 2, y: Int(origin.y.rounded()))
        return placed.bounds.intersection(area).isEmpty ? nil : placed
    }

    /// Fills all outlines as one path, so that overlaps are painted once.
    private func paintPath(_ run: GlyphRun) {
        if let shape = shape(path(of: run), .nonZero, run.transform) {
            paint(shape, with: run.paint, transform: run.transform)
        }
    }

    private func path(of run: GlyphRun) -> Path {
        var path = Path()
        for glyph in run.glyphs
        where resources.glyphs.colorPicture(of: glyph.id, in: run.font) == nil {
            let map = Transform.scale(x: run.fontSize, y: run.fontSize)
                .then(.translation(glyph.position))
            path.append(resources.glyphs.outline(of: glyph.id, in: run.font).path.applying(map))
        }
        return path
    }

    private func paintOutline(_ outline: GlyphRun.Outline, of run: GlyphRun) {
        paint(
            .stroke(
                PathStroke(
                    path(of: run), stroke: outline.stroke, paint: outline.paint,
                    transform: run.transform)))
    }

    private func paintPictures(_ run: GlyphRun) {
        for glyph in run.glyphs {
            guard let picture = resources.glyphs.colorPicture(of: glyph.id, in: run.font) else {
                continue
            }
            let bitmap = picture.image.crop.bitmap
            let place = Rect(
                x: glyph.position.x + picture.bounds.minX * run.fontSize,
                y: glyph.position.y + picture.bounds.minY * run.fontSize,
                width: picture.bounds.width * run.fontSize,
                height: picture.bounds.height * run.fontSize)
            let all = Rect(
                x: 0, y: 0, width: Double(bitmap.width), height: Double(bitmap.height))
            paint(
                PlacedImage(
                    picture.image, source: all, destination: place, transform: run.transform))
        }
    }
}

/// A glyph's mask with its origin at a pixel of the card.
private struct PlacedMask {
    let mask: Mask
    let x: Int
    let y: Int

    var bounds: PixelRect {
        PixelRect(
            x: mask.bounds.x + x, y: mask.bounds.y + y, width: mask.bounds.width,
            height: mask.bounds.height)
    }

    func add(to line: inout Mask) {
        let shared = bounds.intersection(line.bounds)
        guard !shared.isEmpty else { return }
        let values = mask.values.span
        for row in shared.y..<shared.endY {
            let range = mask.range(x: shared.x - x, y: row - y, count: shared.width)
            line.add(values.extracting(range), x: shared.x, y: row)
        }
    }
}
