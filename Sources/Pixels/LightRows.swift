import CLanes

/// Between rows of pixels and rows of 15-bit premultiplied light.
///
/// A row of light goes by pairs of pixels: r0 r1 g0 g1 b0 b1 a0 a1, as taps read it.
enum LightRows {
    /// Turns `count` pixels from `from` on into light at `target`.
    ///
    /// Precondition: room for pairs, the last of an odd count included.
    static func decode(
        _ pixels: [UInt32], from: Int, count: Int, into light: inout [Int16], at target: Int
    ) {
        precondition(from >= 0 && from + count <= pixels.count, "a row leaves its picture")
        precondition(
            target >= 0 && target + (count + 1) / 2 * 8 <= light.count, "a row leaves its plane")
        var done = unsafe pixels.withUnsafeBytes { pixels in
            unsafe light.withUnsafeMutableBytes { light in
                // SAFETY: both rows were checked above.
                unsafe decodeOpaque(
                    UnsafeRawBufferPointer(rebasing: pixels[from * 4..<(from + count) * 4]),
                    UnsafeMutableRawBufferPointer(rebasing: light[(target * 2)...]))
            }
        }
        while done < count {
            let samples = decoded(pixels[from + done])
            for channel in 0..<4 {
                light[target + place(done, channel)] = Int16(
                    truncatingIfNeeded: samples >> UInt64(16 * channel))
            }
            done += 1
        }
    }

    /// Where a channel of a pixel lies in its row.
    @inline(__always)
    static func place(_ pixel: Int, _ channel: Int) -> Int {
        (pixel &>> 1) &* 8 &+ channel &* 2 &+ (pixel & 1)
    }

    /// Four pixels a step; returns how many are done, none where one of them was not opaque.
    @inline(__always)
    private static func decodeOpaque(
        _ pixels: UnsafeRawBufferPointer, _ light: UnsafeMutableRawBufferPointer
    ) -> Int {
        let curve = LightCurve.Lanes()
        var alpha = SIMD16<UInt8>(repeating: 255)
        var offset = 0
        // SAFETY: offset + 16 bytes of pixels become 32 of light, for which there is room.
        while offset &+ 16 <= pixels.count {
            let four = unsafe pixels.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            alpha &= four
            unsafe light.storeBytes(
                of: curve.light(lanes_first_codes(four)), toByteOffset: offset &* 2,
                as: SIMD8<UInt16>.self)
            unsafe light.storeBytes(
                of: curve.light(lanes_last_codes(four)), toByteOffset: offset &* 2 &+ 16,
                as: SIMD8<UInt16>.self)
            offset &+= 16
        }
        let isOpaque = alpha[3] & alpha[7] & alpha[11] & alpha[15] == 255
        return isOpaque ? offset &>> 2 : 0
    }

    /// Four samples of 16 bits, red in the lowest.
    private static func decoded(_ pixel: UInt32) -> UInt64 {
        let alpha = pixel >> 24
        guard alpha > 0 else { return 0 }
        let full = UInt32(LightCurve.full)
        var samples = UInt64((alpha * full + 127) / 255) << 48
        for channel in [UInt32(0), 8, 16] {
            let code = pixel >> channel & 255
            let straight = alpha == 255 ? code : min(255, (code * 255 + alpha / 2) / alpha)
            let light = UInt32(LightCurve.words[Int(straight)]) * alpha
            samples |= UInt64((light + 127) / 255) << UInt64(channel * 2)
        }
        return samples
    }

    /// Turns `count` pixels of light, four samples each from `start` on, into pixels at `target`.
    ///
    /// Here each pixel's samples lie together.
    static func encode(
        _ light: [Int16], from start: Int, count: Int, into pixels: inout [UInt32], at target: Int
    ) {
        precondition(target >= 0 && target + count <= pixels.count, "a row leaves its picture")
        precondition(start >= 0 && start + count * 4 <= light.count, "a row leaves its plane")
        let opaque = UInt64(LightCurve.full)
        unsafe light.withUnsafeBytes { light in
            unsafe pixels.withUnsafeMutableBufferPointer { pixels in
                unsafe LightCurve.codes.withUnsafeBufferPointer { codes in
                    guard let light = light.baseAddress, let pixels = pixels.baseAddress,
                        let codes = codes.baseAddress
                    else { return }
                    let (row, output) = unsafe (light + start &* 2, pixels + target)
                    for index in 0..<count {
                        // SAFETY: both rows were checked above; samples are 0 to 32767.
                        let samples = unsafe row.loadUnaligned(
                            fromByteOffset: index &* 8, as: UInt64.self)
                        unsafe output[index] =
                            samples &>> 48 == opaque
                            ? unsafe opaquePixel(samples, codes) : translucentPixel(samples)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func opaquePixel(_ samples: UInt64, _ codes: UnsafePointer<UInt8>) -> UInt32 {
        let shift = UInt64(LightCurve.codeShift)
        let red = unsafe UInt32(codes[Int(truncatingIfNeeded: (samples & 0x7FFF) &>> shift)])
        let green = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (16 &+ shift) & 0x1FFF)])
        let blue = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (32 &+ shift) & 0x1FFF)])
        return red | green &<< 8 | blue &<< 16 | 0xFF00_0000
    }

    @inline(never)
    private static func translucentPixel(_ samples: UInt64) -> UInt32 {
        let full = UInt64(LightCurve.full)
        let amount = samples >> 48
        let alpha = UInt32((amount * 255 + full / 2) / full)
        guard alpha > 0 else { return 0 }
        var pixel = alpha << 24
        for channel in [UInt64(0), 16, 32] {
            let straight = min(full, (samples >> channel & 0x7FFF) * full / amount)
            let code = UInt32(LightCurve.codes[Int(straight) >> LightCurve.codeShift])
            pixel |= scaled(code, by: alpha) << UInt32(channel / 2)
        }
        return pixel
    }
}
