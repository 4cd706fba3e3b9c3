/// Between rows of pixels and rows of 15-bit premultiplied light, four samples a pixel.
enum LightRows {
    /// Four times the light of each code, as the channels of a packed pixel: red, green and blue.
    private static let packed: [UInt64] = Transfer.lightWords.map { UInt64(UInt16($0)) }

    private static let fullAlpha = UInt64(Transfer.fullLight) << 48

    /// Turns `count` pixels from `from` on into light at `target`.
    static func decode(
        _ pixels: [UInt32], from: Int, count: Int, into light: inout [Int16], at target: Int
    ) {
        precondition(from >= 0 && from + count <= pixels.count, "a row leaves its picture")
        precondition(target >= 0 && target + count * 4 <= light.count, "a row leaves its plane")
        unsafe pixels.withUnsafeBufferPointer { pixels in
            unsafe light.withUnsafeMutableBytes { light in
                unsafe packed.withUnsafeBufferPointer { table in
                    for index in 0..<count {
                        // SAFETY: both rows were checked above; a code is below 256.
                        let pixel = unsafe pixels[from &+ index]
                        let isOpaque = pixel >= 0xFF00_0000
                        let samples =
                            isOpaque
                            ? unsafe opaque(pixel, table) : translucent(pixel)
                        unsafe light.storeBytes(
                            of: samples, toByteOffset: target &* 2 &+ index &* 8, as: UInt64.self)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func opaque(_ pixel: UInt32, _ table: UnsafeBufferPointer<UInt64>) -> UInt64 {
        let red = unsafe table[Int(pixel & 255)]
        let green = unsafe table[Int(pixel &>> 8 & 255)] &<< 16
        let blue = unsafe table[Int(pixel &>> 16 & 255)] &<< 32
        return red | green | blue | fullAlpha
    }

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

    /// The pixel of four sums; what a sharp filter throws past black and white is cut off.
    @inline(__always)
    static func encoded(_ sums: SIMD4<Int32>) -> UInt32 {
        let full = Int32(Transfer.fullLight)
        guard sums[3] < full else {
            let light = sums.clamped(
                lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: full))
            return code(light[0]) | code(light[1]) << 8 | code(light[2]) << 16 | 0xFF00_0000
        }
        return translucent(sums)
    }

    @inline(__always)
    private static func code(_ light: Int32) -> UInt32 {
        UInt32(Transfer.codes[Int(light)])
    }

    private static func translucent(_ sums: SIMD4<Int32>) -> UInt32 {
        let full = Int32(Transfer.fullLight)
        let alpha = UInt32((max(0, sums[3]) * 255 + full / 2) / full)
        guard alpha > 0 else { return 0 }
        var pixel = alpha << 24
        for channel in 0..<3 {
            let straight = Int32(
                max(0, min(Int64(full), Int64(sums[channel]) * Int64(full) / Int64(sums[3]))))
            pixel |= scaled(code(straight), by: alpha) << UInt32(8 * channel)
        }
        return pixel
    }
}
