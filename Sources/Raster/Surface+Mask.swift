import BlueHeartDrawing
import BlueHeartPixels

extension Surface {
    /// A channel of every pixel.
    func mask(_ channel: MaskChannel) -> Mask {
        switch channel {
        case .alpha: alpha
        case .luminance: Mask(bounds: bounds, values: pixels.map(luminance))
        case .linearLuminance: Mask(bounds: bounds, values: pixels.map(linearLuminance))
        }
    }
}

/// Luminance of a premultiplied pixel, and so times its alpha; 65,536ths that add up to one.
private func luminance(_ pixel: UInt32) -> UInt8 {
    let sum = (pixel & 255) * 13933 + (pixel >> 8 & 255) * 46871 + (pixel >> 16 & 255) * 4732
    return UInt8((sum + 32768) >> 16)
}

private func linearLuminance(_ pixel: UInt32) -> UInt8 {
    let alpha = pixel >> 24
    guard alpha > 0 else { return 0 }
    func light(_ shift: UInt32) -> Double {
        SRGBTransfer.light[min(255, Int((pixel >> shift & 255) * 255 / alpha))]
    }
    let sum = 0.2126 * light(0) + 0.7152 * light(8) + 0.0722 * light(16)
    return UInt8((sum * Double(alpha)).rounded())
}
