// One premultiplied pixel at a time; Lanes.swift does the same for eight.

/// `value * weight / 255`, rounded to nearest; exact for both up to 255.
@inlinable @inline(__always)
public func scaled(_ value: UInt32, by weight: UInt32) -> UInt32 {
    let product = value &* weight &+ 128
    return (product &+ (product &>> 8)) &>> 8
}

/// All four channels of `pixel` times `weight` / 255, each rounded to nearest.
@inlinable @inline(__always)
public func scaledPixel(_ pixel: UInt32, by weight: UInt32) -> UInt32 {
    var redBlue = (pixel & 0xFF00FF) &* weight &+ 0x80_0080
    redBlue = ((redBlue &+ ((redBlue &>> 8) & 0xFF00FF)) &>> 8) & 0xFF00FF
    var greenAlpha = ((pixel &>> 8) & 0xFF00FF) &* weight &+ 0x80_0080
    greenAlpha = (greenAlpha &+ ((greenAlpha &>> 8) & 0xFF00FF)) & 0xFF00_FF00
    return redBlue | greenAlpha
}

/// `source` composited over `backdrop`: source + backdrop * (1 - source alpha).
@inlinable @inline(__always)
public func over(_ source: UInt32, _ backdrop: UInt32) -> UInt32 {
    source &+ scaledPixel(backdrop, by: 255 &- (source &>> 24))
}

/// The premultiplied pixel of a straight colour; each component is clamped to 0...1 and rounded
/// once.
public func premultiplied(red: Double, green: Double, blue: Double, alpha: Double) -> UInt32 {
    let opacity = unit(alpha)
    let channels = [red, green, blue].map { UInt32((unit($0) * opacity * 255).rounded()) }
    let top = UInt32((opacity * 255).rounded())
    return channels[0] | channels[1] << 8 | channels[2] << 16 | top << 24
}

/// `value` clamped to 0...1; NaN is 0.
@inlinable
public func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
