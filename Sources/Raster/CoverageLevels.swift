import BlueHeartPixels

/// The 128 levels to which areas are rounded when they become coverage.
///
/// Two inks on a plain background then have at most 255 colours, which fit the palette of a PNG. A
/// level becomes a byte by repeating its highest bit: 0 and 255 are levels, a shape and its
/// complement add up to 255, and no byte is more than 1.5 away from the exact area.
enum CoverageLevels {
    /// The level of full coverage.
    static let full: Float = 127

    @inline(__always)
    static func bytes(_ levels: SIMD4<UInt32>) -> SIMD4<UInt8> {
        SIMD4(truncatingIfNeeded: levels &<< 1 | levels &>> 6)
    }
}

extension Mask {
    /// Rounds every value to the level of its seven high bits: for sums of level bytes, the sum of
    /// their levels.
    mutating func roundToLevels() {
        for index in values.indices { values[index] = values[index] & 0xFE | values[index] &>> 7 }
    }
}
