import BlueHeartPixels

/// Paints every run in one colour.
struct SolidRuns: CoverageRuns {
    let surface: Surface
    /// Premultiplied.
    let color: UInt32

    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8) {
        surface.sourceOver(scaledPixel(color, by: UInt32(coverage)), x: x, y: y, count: count)
    }

    mutating func run(x: Int, y: Int, coverage: Span<UInt8>) {
        surface.sourceOver(color, through: coverage, x: x, y: y)
    }
}

/// Paints every run with a gradient.
struct GradientRuns: CoverageRuns {
    let surface: Surface
    var rows: GradientRows

    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8) {
        let isReplacing = coverage == 255 && rows.ramp.isOpaque
        rows.withPixels(x: x, y: y, count: count) { pixels in
            if isReplacing {
                surface.replace(with: pixels, x: x, y: y)
            } else if coverage == 255 {
                surface.sourceOver(pixels, x: x, y: y)
            } else {
                surface.sourceOver(pixels, weight: coverage, x: x, y: y)
            }
        }
    }

    mutating func run(x: Int, y: Int, coverage: Span<UInt8>) {
        rows.withPixels(x: x, y: y, count: coverage.count) { pixels in
            surface.sourceOver(pixels, through: coverage, x: x, y: y)
        }
    }
}

/// Paints every run with the pixels of another surface at the same position.
///
/// Runs must be inside both.
struct SurfaceRuns: CoverageRuns {
    let surface: Surface
    let source: Surface
    /// True if every pixel of the source is known to be opaque.
    var isOpaque = false

    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8) {
        if isOpaque, coverage == 255 {
            return surface.replace(
                with: source.row(x: x, y: y, count: count).span, x: x, y: y)
        }
        let pixels = source.row(x: x, y: y, count: count)
        if coverage == 255 {
            surface.sourceOver(pixels.span, x: x, y: y)
        } else {
            surface.sourceOver(pixels.span, weight: coverage, x: x, y: y)
        }
    }

    mutating func run(x: Int, y: Int, coverage: Span<UInt8>) {
        let pixels = source.row(x: x, y: y, count: coverage.count)
        surface.sourceOver(pixels.span, through: coverage, x: x, y: y)
    }
}

/// Collects coverage in a mask; runs must be inside it.
struct MaskRuns: CoverageRuns {
    var mask: Mask

    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8) {
        for index in mask.range(x: x, y: y, count: count) { mask.values[index] = coverage }
    }

    mutating func run(x: Int, y: Int, coverage: Span<UInt8>) {
        let start = mask.range(x: x, y: y, count: coverage.count).lowerBound
        for index in 0..<coverage.count { mask.values[start + index] = coverage[index] }
    }
}
