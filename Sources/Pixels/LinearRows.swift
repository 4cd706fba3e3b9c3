import CBlueHeartLanes
import CBlueHeartWideLanes

/// Conversion between rows of premultiplied pixels and rows of 15-bit samples.
///
/// A row of samples consists of pairs of pixels: r0 r1 g0 g1 b0 b1 a0 a1, the order in which
/// filters read it.
enum LinearRows {
    /// Meaning of the samples: premultiplied linear light, or the encoded values.
    enum Coding { case light, codes }

    /// Converts `count` pixels from `from` on to samples at `target`; the `ahead` pixels after them
    /// are read next and are prefetched.
    ///
    /// - Precondition: space for whole pairs, including the last of an odd count.
    static func decode(
        _ pixels: [UInt32], _ coding: Coding, from: Int, count: Int, ahead: Int,
        into samples: inout [Int16], at target: Int, lanes: VectorWidth = .widest
    ) {
        precondition(from >= 0 && from + count <= pixels.count, "a row leaves its picture")
        precondition(
            target >= 0 && target + (count + 1) / 2 * 8 <= samples.count, "a row leaves its plane")
        unsafe pixels.withUnsafeBufferPointer { pixels in
            unsafe samples.withUnsafeMutableBufferPointer { samples in
                guard let pixels = pixels.baseAddress, let samples = samples.baseAddress
                else { return }
                // SAFETY: both rows were checked above.
                switch coding {
                case .light:
                    unsafe decodeLight(
                        pixels + from, count, ahead: ahead, samples + target, lanes)
                case .codes: unsafe decodeCodes(pixels + from, count, samples + target)
                }
            }
        }
    }

    /// Offset of a pixel's channel in its row.
    @inline(__always)
    static func place(_ pixel: Int, _ channel: Int) -> Int {
        (pixel &>> 1) &* 8 &+ channel &* 2 &+ (pixel & 1)
    }

    /// Converts four pixels per step if all of them are opaque, eight with wide vectors.
    ///
    /// A photograph is read from main memory, in rows too short for the hardware prefetcher:
    /// prefetching one row ahead saves 1.4 ms for 5.4 million pixels.
    private static func decodeLight(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, ahead: Int,
        _ samples: UnsafeMutablePointer<Int16>, _ lanes: VectorWidth
    ) {
        let curve = PolynomialTransfer.Lanes()
        var index = 0
        while index < count {
            if lanes == .wide {
                index &+= unsafe Int(
                    wide_light(
                        pixels + index, count &- index, ahead, PolynomialTransfer.coefficients,
                        samples + index &* 4))
                guard index < count else { return }
            }
            let four = min(4, count &- index)
            if unsafe four == 4 && isOpaque(pixels + index) {
                let codes = unsafe quad(pixels + index)
                let output = unsafe samples + index &* 4
                unsafe store(curve.light(lanes_first_codes(codes)), output)
                unsafe store(curve.light(lanes_last_codes(codes)), output + 8)
            } else {
                for pixel in index..<index &+ four {
                    unsafe store(decoded(pixels[pixel]), pixel, samples)
                }
            }
            index &+= 4
        }
    }

    private static func decodeCodes(
        _ pixels: UnsafePointer<UInt32>, _ count: Int, _ samples: UnsafeMutablePointer<Int16>
    ) {
        var index = 0
        while index &+ 4 <= count {
            let codes = unsafe quad(pixels + index)
            let output = unsafe samples + index &* 4
            unsafe store(lanes_first_codes(codes) &>> 1, output)
            unsafe store(lanes_last_codes(codes) &>> 1, output + 8)
            index &+= 4
        }
        while index < count {
            var all: UInt64 = 0
            for shift in [UInt32(0), 8, 16, 24] {
                let code = unsafe UInt64(pixels[index] >> shift & 255)
                all |= ((code * 257) >> 1) << UInt64(shift * 2)
            }
            unsafe store(all, index, samples)
            index &+= 1
        }
    }

    @inline(__always)
    private static func quad(_ pixels: UnsafePointer<UInt32>) -> SIMD16<UInt8> {
        unsafe UnsafeRawPointer(pixels).loadUnaligned(as: SIMD16<UInt8>.self)
    }

    /// True if four pixels are opaque.
    @inline(__always)
    private static func isOpaque(_ pixels: UnsafePointer<UInt32>) -> Bool {
        let pairs = unsafe UnsafeRawPointer(pixels).loadUnaligned(as: SIMD2<UInt64>.self)
        let alphas: UInt64 = 0xFF00_0000_FF00_0000
        return pairs[0] & pairs[1] & alphas == alphas
    }

    @inline(__always)
    private static func store(
        _ lanes: SIMD8<UInt16>, _ samples: UnsafeMutablePointer<Int16>
    ) {
        unsafe UnsafeMutableRawPointer(samples).storeBytes(of: lanes, as: SIMD8<UInt16>.self)
    }

    /// Stores the four samples of a pixel.
    @inline(__always)
    private static func store(
        _ all: UInt64, _ pixel: Int, _ samples: UnsafeMutablePointer<Int16>
    ) {
        let first = unsafe samples + place(pixel, 0)
        unsafe first[0] = Int16(truncatingIfNeeded: all)
        unsafe first[2] = Int16(truncatingIfNeeded: all &>> 16)
        unsafe first[4] = Int16(truncatingIfNeeded: all &>> 32)
        unsafe first[6] = Int16(truncatingIfNeeded: all &>> 48)
    }

    /// Four samples of 16 bits, red in the lowest.
    private static func decoded(_ pixel: UInt32) -> UInt64 {
        let alpha = pixel >> 24
        guard alpha > 0 else { return 0 }
        let full = UInt32(PolynomialTransfer.full)
        if alpha == 255 { return opaque(pixel) | UInt64(full) << 48 }
        var samples = UInt64((alpha * full + 127) / 255) << 48
        for channel in [UInt32(0), 8, 16] {
            let code = pixel >> channel & 255
            let straight = min(255, (code * 255 + alpha / 2) / alpha)
            let light = UInt32(PolynomialTransfer.words[Int(straight)]) * alpha
            samples |= UInt64((light + 127) / 255) << UInt64(channel * 2)
        }
        return samples
    }

    /// The light of the colour channels of an opaque pixel.
    @inline(__always)
    private static func opaque(_ pixel: UInt32) -> UInt64 {
        let words = PolynomialTransfer.words
        let (red, green) = (words[Int(pixel & 255)], words[Int(pixel >> 8 & 255)])
        let blue = words[Int(pixel >> 16 & 255)]
        return UInt64(UInt16(red)) | UInt64(UInt16(green)) << 16 | UInt64(UInt16(blue)) << 32
    }

    /// Converts `count` pixels of encoded samples, four each from `start` on, to pixels at
    /// `target`.
    ///
    /// All channels are rounded in the same way, so that none exceeds its alpha. Here each pixel's
    /// samples are contiguous.
    static func encodeCodes(
        _ samples: [Int16], from start: Int, count: Int, into pixels: inout [UInt32],
        at target: Int
    ) {
        precondition(target >= 0 && target + count <= pixels.count, "a row leaves its picture")
        precondition(
            start >= 0 && start + (count + 1) / 2 * 8 <= samples.count, "a row leaves its plane")
        unsafe samples.withUnsafeBufferPointer { samples in
            unsafe pixels.withUnsafeMutableBufferPointer { pixels in
                guard let samples = samples.baseAddress, let pixels = pixels.baseAddress
                else { return }
                let (row, output) = unsafe (samples + start, pixels + target)
                var index = 0
                // SAFETY: both rows were checked above, and the samples go by pairs.
                while index < count {
                    let lanes = unsafe VerticalFilter.lanes(row + index &* 4)
                    // 255 steps of 128.5 become steps of 128.
                    let codes = (lanes &- (lanes &>> 8) &+ 64) &>> 7
                    let pair = unsafe unsafeBitCast(
                        SIMD8<UInt8>(truncatingIfNeeded: codes), to: SIMD2<UInt32>.self)
                    unsafe output[index] = pair[0]
                    if index &+ 1 < count { unsafe output[index &+ 1] = pair[1] }
                    index &+= 2
                }
            }
        }
    }

    /// Converts linear light, four samples per pixel from `start` on, to the pixels of a row.
    ///
    /// Here each pixel's samples are contiguous.
    ///
    /// - Returns: true if all of them are opaque.
    static func encode(
        _ light: [Int16], from start: Int, into row: UnsafeMutableBufferPointer<UInt32>
    ) -> Bool {
        precondition(start >= 0 && start + row.count * 4 <= light.count, "a row leaves its plane")
        let opaque = UInt64(PolynomialTransfer.full)
        var common = UInt32.max
        unsafe light.withUnsafeBytes { light in
            unsafe PolynomialTransfer.codes.withUnsafeBufferPointer { codes in
                guard let light = light.baseAddress, let codes = codes.baseAddress,
                    let output = row.baseAddress
                else { return }
                for index in 0..<row.count {
                    // SAFETY: the row was checked above; samples are 0 to 32767.
                    let samples = unsafe light.loadUnaligned(
                        fromByteOffset: (start &+ index &* 4) &* 2, as: UInt64.self)
                    let pixel =
                        samples &>> 48 == opaque
                        ? unsafe opaquePixel(samples, codes) : translucentPixel(samples)
                    common &= pixel
                    unsafe output[index] = pixel
                }
            }
        }
        return common >> 24 == 255
    }

    @inline(__always)
    private static func opaquePixel(_ samples: UInt64, _ codes: UnsafePointer<UInt8>) -> UInt32 {
        let shift = UInt64(PolynomialTransfer.codeShift)
        let red = unsafe UInt32(codes[Int(truncatingIfNeeded: (samples & 0x7FFF) &>> shift)])
        let green = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (16 &+ shift) & 0x1FFF)])
        let blue = unsafe UInt32(
            codes[Int(truncatingIfNeeded: samples &>> (32 &+ shift) & 0x1FFF)])
        return red | green &<< 8 | blue &<< 16 | 0xFF00_0000
    }

    @inline(never)
    private static func translucentPixel(_ samples: UInt64) -> UInt32 {
        let full = UInt64(PolynomialTransfer.full)
        let amount = samples >> 48
        let alpha = UInt32((amount * 255 + full / 2) / full)
        guard alpha > 0 else { return 0 }
        var pixel = alpha << 24
        for channel in [UInt64(0), 16, 32] {
            let straight = min(full, (samples >> channel & 0x7FFF) * full / amount)
            let code = UInt32(
                PolynomialTransfer.codes[Int(straight) >> PolynomialTransfer.codeShift])
            pixel |= scaled(code, by: alpha) << UInt32(channel / 2)
        }
        return pixel
    }
}
