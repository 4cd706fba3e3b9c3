/// Between rows of pixels and rows of 15-bit premultiplied light, four samples a pixel.
enum LightRows {
    /// The light of each code as the red, then the green, then the blue of four samples; blue has
    /// full alpha.
    private static let packed: [UInt64] = {
        let light = Transfer.lightWords.map { UInt64(UInt16($0)) }
        let full = UInt64(Transfer.fullLight) << 48
        return light + light.map { $0 << 16 } + light.map { $0 << 32 | full }
    }()

    /// Turns `count` pixels from `from` on into light at `target`.
    static func decode(
        _ pixels: [UInt32], from: Int, count: Int, into light: inout [Int16], at target: Int
    ) {
        precondition(from >= 0 && from + count <= pixels.count, "a row leaves its picture")
        precondition(target >= 0 && target + count * 4 <= light.count, "a row leaves its plane")
        unsafe pixels.withUnsafeBufferPointer { pixels in
            unsafe light.withUnsafeMutableBytes { light in
                unsafe packed.withUnsafeBufferPointer { table in
                    guard let pixels = pixels.baseAddress, let table = table.baseAddress,
                        let light = light.baseAddress
                    else { return }
                    // SAFETY: both rows were checked above.
                    unsafe decode(pixels + from, count, table, light + target &* 2)
                }
            }
        }
    }

    @inline(__always)
    private static func decode(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, _ table: UnsafePointer<UInt64>,
        _ light: UnsafeMutableRawPointer
    ) {
        let (greens, blues) = unsafe (table + 256, table + 512)
        for index in 0..<count {
            let pixel = unsafe pixels[index]
            // SAFETY: a code is below 256.
            var samples = unsafe table[Int(truncatingIfNeeded: pixel & 255)]
            samples |= unsafe greens[Int(truncatingIfNeeded: pixel &>> 8 & 255)]
            samples |= unsafe blues[Int(truncatingIfNeeded: pixel &>> 16 & 255)]
            if pixel < 0xFF00_0000 { samples = translucent(pixel) }
            unsafe light.storeBytes(of: samples, toByteOffset: index &* 8, as: UInt64.self)
        }
    }

    @inline(never)
    private static func translucent(_ pixel: UInt32) -> UInt64 {
        let alpha = pixel >> 24
        guard alpha > 0 else { return 0 }
        var samples: UInt64 = UInt64((alpha * UInt32(Transfer.fullLight) + 127) / 255) << 48
        for channel in [UInt32(0), 8, 16] {
            let straight = min(255, ((pixel >> channel & 255) * 255 + alpha / 2) / alpha)
            let light = UInt32(Transfer.lightWords[Int(straight)]) * alpha
            samples |= UInt64((light + 127) / 255) << UInt64(channel * 2)
        }
        return samples
    }

    /// Turns `count` pixels of light, four samples each, into pixels at `target`.
    static func encode(
        _ light: [Int16], count: Int, into pixels: inout [UInt32], at target: Int
    ) {
        precondition(target >= 0 && target + count <= pixels.count, "a row leaves its picture")
        precondition(count * 4 <= light.count, "a row leaves its plane")
        let opaque = UInt64(Transfer.fullLight)
        unsafe light.withUnsafeBytes { light in
            unsafe pixels.withUnsafeMutableBufferPointer { pixels in
                unsafe Transfer.codes.withUnsafeBufferPointer { codes in
                    for index in 0..<count {
                        // SAFETY: both rows were checked above; samples are 0 to 32767.
                        let samples = unsafe light.loadUnaligned(
                            fromByteOffset: index &* 8, as: UInt64.self)
                        unsafe pixels[target &+ index] =
                            samples &>> 48 == opaque
                            ? unsafe opaquePixel(samples, codes) : translucentPixel(samples)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func opaquePixel(
        _ samples: UInt64, _ codes: UnsafeBufferPointer<UInt8>
    ) -> UInt32 {
        let shift = UInt64(Transfer.codeShift)
        let red = unsafe UInt32(codes[Int(truncatingIfNeeded: (samples & 0x7FFF) &>> shift)])
        let green = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (16 &+ shift) & 0x1FFF)])
        let blue = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (32 &+ shift) & 0x1FFF)])
        return red | green &<< 8 | blue &<< 16 | 0xFF00_0000
    }

    @inline(never)
    private static func translucentPixel(_ samples: UInt64) -> UInt32 {
        let full = UInt64(Transfer.fullLight)
        let amount = samples >> 48
        let alpha = UInt32((amount * 255 + full / 2) / full)
        guard alpha > 0 else { return 0 }
        var pixel = alpha << 24
        for channel in [UInt64(0), 16, 32] {
            let straight = min(full, (samples >> channel & 0x7FFF) * full / amount)
            let code = UInt32(Transfer.codes[Int(straight) >> Transfer.codeShift])
            pixel |= scaled(code, by: alpha) << UInt32(channel / 2)
        }
        return pixel
    }
}
