import CBlueHeartLanes

// Eight pixels at a time as two vectors of 16-bit lanes: red and blue, green and alpha.

typealias Words = SIMD8<UInt32>
typealias Halves = SIMD16<UInt16>

@inline(__always)
func halves(_ words: Words) -> Halves { unsafe unsafeBitCast(words, to: Halves.self) }

@inline(__always)
func words(_ halves: Halves) -> Words { unsafe unsafeBitCast(halves, to: Words.self) }

/// Every lane / 255, rounded to nearest; lanes up to 255 * 255.
///
/// For n = lane + 128 that is (n + n / 256) / 256, each rounded down, which is n * 257 / 65536.
@inline(__always)
func dividedBy255(_ product: Halves) -> Halves {
    let rounded = product &+ 128
    let factor = SIMD8<UInt16>(repeating: 257)
    return Halves(
        lowHalf: lanes_multiply_high(rounded.lowHalf, factor),
        highHalf: lanes_multiply_high(rounded.highHalf, factor))
}

/// Eight pixels split into lanes.
struct PixelLanes {
    var redBlue: Halves
    var greenAlpha: Halves

    @inline(__always)
    init(redBlue: Halves, greenAlpha: Halves) {
        self.redBlue = redBlue
        self.greenAlpha = greenAlpha
    }

    @inline(__always)
    init(_ pixels: Words) {
        redBlue = halves(pixels & 0xFF00FF)
        greenAlpha = halves((pixels &>> 8) & 0xFF00FF)
    }

    @inline(__always)
    var pixels: Words { words(redBlue) | (words(greenAlpha) &<< 8) }

    @inline(__always)
    func scaled(by weight: Halves) -> PixelLanes {
        PixelLanes(
            redBlue: dividedBy255(redBlue &* weight),
            greenAlpha: dividedBy255(greenAlpha &* weight))
    }

    /// 255 minus alpha of each pixel, in both of its lanes.
    @inline(__always)
    var transparency: Halves {
        let alpha = words(greenAlpha) &>> 16
        return Halves(repeating: 255) &- halves(alpha | (alpha &<< 16))
    }

    @inline(__always)
    func over(_ backdrop: PixelLanes) -> PixelLanes {
        let rest = backdrop.scaled(by: transparency)
        return PixelLanes(
            redBlue: redBlue &+ rest.redBlue, greenAlpha: greenAlpha &+ rest.greenAlpha)
    }
}

/// One weight per pixel, in both of its lanes.
@inline(__always)
func weights(_ coverage: SIMD8<UInt8>) -> Halves {
    let wide = Words(truncatingIfNeeded: coverage)
    return halves(wide | (wide &<< 16))
}
