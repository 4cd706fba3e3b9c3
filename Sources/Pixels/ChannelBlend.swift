/// Blend modes that are sums and products of premultiplied channels.
///
/// Source: W3C Compositing and Blending Level 1, section 9; with `s` and `d` premultiplied the
/// result is `s (1 - da) + d (1 - sa) + sa da B(d / da, s / sa)`, and the last term has no quotient
/// in any of these. Exact, rounded once.
public enum ChannelBlend: CaseIterable, Sendable {
    case multiply, screen, overlay, darken, lighten, hardLight, difference, exclusion

    /// One premultiplied pixel blended with another.
    public func blended(_ source: UInt32, _ backdrop: UInt32) -> UInt32 {
        let (sourceAlpha, backAlpha) = (source >> 24, backdrop >> 24)
        var pixel: UInt32 = 0
        for shift in [UInt32(0), 8, 16, 24] {
            let (s, d) = (source >> shift & 255, backdrop >> shift & 255)
            // The union of two alphas is computed as `screen`.
            let term =
                shift == 24 ? s * d : mixed(s, d, sourceAlpha, backAlpha)
            let sum = s * (255 - backAlpha) + d * (255 - sourceAlpha) + term
            pixel |= ((sum + 127) / 255) << shift
        }
        return pixel
    }

    /// `sa da B(d / da, s / sa)` of one channel, in units of 1 / (255 * 255).
    private func mixed(_ s: UInt32, _ d: UInt32, _ sa: UInt32, _ da: UInt32) -> UInt32 {
        switch self {
        case .multiply: s * d
        case .screen: s * da + d * sa - s * d
        case .overlay: 2 * d <= da ? 2 * s * d : sa * da - 2 * (da - d) * (sa - s)
        case .hardLight: 2 * s <= sa ? 2 * s * d : sa * da - 2 * (da - d) * (sa - s)
        case .darken: min(s * da, d * sa)
        case .lighten: max(s * da, d * sa)
        case .difference: max(s * da, d * sa) - min(s * da, d * sa)
        case .exclusion: s * da + d * sa - 2 * s * d
        }
    }
}

extension Surface {
    /// Blends pixels onto those from (x, y) on, each weighted by its coverage.
    ///
    /// - Precondition: as many pixels as coverage values.
    public func blend(
        _ source: Span<UInt32>, by mode: ChannelBlend, through mask: Span<UInt8>, x: Int, y: Int
    ) {
        precondition(source.count == mask.count, "\(source.count) pixels, \(mask.count) masks")
        unsafe modify(x: x, y: y, count: source.count) { pixels in
            unsafe source.withUnsafeBufferPointer { source in
                unsafe mask.withUnsafeBufferPointer { mask in
                    guard let from = source.baseAddress, let coverage = mask.baseAddress
                    else { return }
                    unsafe BlueHeartPixels.blend(
                        from, by: mode, through: coverage, with: pixels, count: source.count)
                }
            }
        }
    }
}

/// Blends `count` pixels onto as many others, each weighted by its coverage.
private func blend(
    _ source: UnsafePointer<UInt32>, by mode: ChannelBlend, through mask: UnsafePointer<UInt8>,
    with pixels: PixelPointer, count: Int
) {
    // One loop for each mode, so that no loop branches on the mode.
    switch mode {
    case .multiply:
        unsafe blend(source, mode, mask, pixels, count) { $0.front &* $0.back }
    case .screen:
        unsafe blend(source, mode, mask, pixels, count) { $0.ends &- $0.front &* $0.back }
    case .overlay:
        unsafe blend(source, mode, mask, pixels, count) {
            $0.hard.replacing(
                with: ($0.front &* $0.back) &<< 1, where: ($0.back &<< 1) .<= $0.backAlpha)
        }
    case .hardLight:
        unsafe blend(source, mode, mask, pixels, count) {
            $0.hard.replacing(
                with: ($0.front &* $0.back) &<< 1, where: ($0.front &<< 1) .<= $0.frontAlpha)
        }
    case .darken:
        unsafe blend(source, mode, mask, pixels, count) { pointwiseMin($0.frontEnd, $0.backEnd) }
    case .lighten:
        unsafe blend(source, mode, mask, pixels, count) { pointwiseMax($0.frontEnd, $0.backEnd) }
    case .difference:
        unsafe blend(source, mode, mask, pixels, count) {
            pointwiseMax($0.frontEnd, $0.backEnd) &- pointwiseMin($0.frontEnd, $0.backEnd)
        }
    case .exclusion:
        unsafe blend(source, mode, mask, pixels, count) {
            $0.ends &- ($0.front &* $0.back) &<< 1
        }
    }
}

/// The terms of the modes, in 16 lanes.
private struct BlendLanes {
    var front: Halves
    var back: Halves
    var frontAlpha: Halves
    var backAlpha: Halves

    @inline(__always) var frontEnd: Halves { front &* backAlpha }
    @inline(__always) var backEnd: Halves { back &* frontAlpha }
    /// May exceed 16 bits; a later subtraction brings it back into range.
    @inline(__always) var ends: Halves { frontEnd &+ backEnd }
    /// The upper half of hard light.
    @inline(__always) var hard: Halves {
        frontAlpha &* backAlpha &- ((backAlpha &- back) &* (frontAlpha &- front)) &<< 1
    }

    /// The blended channels, in which no sum exceeds 255 * 255; `term` is that of the mode.
    @inline(__always)
    func blended(_ term: Halves) -> Halves {
        let full = Halves(repeating: 255)
        return dividedBy255(
            front &* (full &- backAlpha) &+ back &* (full &- frontAlpha) &+ term)
    }
}

@inline(__always)
private func blend(
    _ source: UnsafePointer<UInt32>, _ mode: ChannelBlend, _ mask: UnsafePointer<UInt8>,
    _ pixels: PixelPointer, _ count: Int, _ term: (BlendLanes) -> Halves
) {
    let full = Halves(repeating: 255)
    let alphaLanes = halves(Words(repeating: 0xFFFF_0000))
    var index = 0
    // SAFETY: index + 8 <= count.
    while index &+ 8 <= count {
        let front = unsafe PixelLanes(load(source, index)).scaled(by: weights(load(mask, index)))
        let back = unsafe PixelLanes(load(pixels, index))
        let (frontAlpha, backAlpha) = (full &- front.transparency, full &- back.transparency)
        let odd = BlendLanes(
            front: front.redBlue, back: back.redBlue, frontAlpha: frontAlpha, backAlpha: backAlpha)
        let even = BlendLanes(
            front: front.greenAlpha, back: back.greenAlpha, frontAlpha: frontAlpha,
            backAlpha: backAlpha)
        // The alpha term is the product of both alphas in every mode.
        let own = (term(even) & ~alphaLanes) | (even.front &* even.back & alphaLanes)
        let lanes = PixelLanes(redBlue: odd.blended(term(odd)), greenAlpha: even.blended(own))
        unsafe store(lanes.pixels, pixels, index)
        index &+= 8
    }
    while index < count {
        let front = unsafe scaledPixel(source[index], by: UInt32(mask[index]))
        unsafe pixels[index] = mode.blended(front, pixels[index])
        index &+= 1
    }
}
