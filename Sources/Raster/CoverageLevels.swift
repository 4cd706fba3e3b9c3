import Pixels

/// The 128 levels to which areas are rounded when they become coverage.
///
/// Two inks on a plain ground then have at most 255 colours, which fit the palette of a PNG. A
/// level becomes a byte by repeating its highest bit: 0 and 255 are levels, what a shape covers
/// and what it leaves free make 255, and no byte is more than 1.5 away from the exact area.
enum CoverageLevels {
    /// The level of a pixel that is covered wholly.
    static let full: Float = 127

    @inline(__always)
    static func bytes(_ levels: SIMD4<UInt32>) -> SIMD4<UInt8> {
        SIMD4(truncatingIfNeeded: levels &<< 1 | levels &>> 6)
    }
}

extension Mask {
    /// Gives every value the level of its seven high bits: for bytes of levels that were added up,
    /// the sum of their levels.
    mutating func roundToLevels() {
        for index in values.indices { values[index] = values[index] & 0xFE | values[index] &>> 7 }
    }
}
