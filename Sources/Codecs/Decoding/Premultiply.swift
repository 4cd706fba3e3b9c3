/// Multiplies red, green and blue of every pixel by its alpha / 255, rounded to nearest.
func premultiply(_ pixels: inout [UInt32]) {
    for index in pixels.indices { pixels[index] = premultiplied(pixels[index]) }
}

/// Red, green and blue times alpha / 255, rounded to nearest; alpha is kept.
@inline(__always)
func premultiplied(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    // Two channels in one number: 255 * 255 + 128 < 65,536, so they do not overlap.
    let redBlue = roundedBy255((pixel & 0x00FF_00FF) &* alpha)
    let green = roundedBy255((pixel >> 8 & 0xFF) &* alpha)
    return redBlue | green << 8 | alpha << 24
}

/// Both halves of `products` / 255, rounded to nearest; exact for products up to 255 * 255.
@inline(__always)
private func roundedBy255(_ products: UInt32) -> UInt32 {
    let raised = products &+ 0x0080_0080
    return (raised &+ (raised >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF
}

/// Red, green and blue divided by alpha / 255, rounded to nearest; a transparent pixel becomes 0.
@inline(__always)
func unpremultiplied(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    if alpha == 255 { return pixel }
    if alpha == 0 { return 0 }
    let half = alpha / 2
    let red = ((pixel & 0xFF) &* 255 &+ half) / alpha
    let green = ((pixel >> 8 & 0xFF) &* 255 &+ half) / alpha
    let blue = ((pixel >> 16 & 0xFF) &* 255 &+ half) / alpha
    return min(red, 255) | min(green, 255) << 8 | min(blue, 255) << 16 | alpha << 24
}
