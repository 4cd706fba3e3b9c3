/// The colour space of a file's values, before their conversion to sRGB.
enum ColorSpace: Hashable {
    case sRGB
    /// An ICC profile, as stored in the file.
    case profile([UInt8])
    /// A transfer function and primaries as numbers.
    case described(Primaries, Transfer)

    enum Transfer: Hashable {
        /// Light is the stored value to the power of this, about 2.2.
        case gamma(Double)
        case sRGB
    }

    /// CIE 1931 chromaticities of white, red, green and blue.
    struct Primaries: Hashable {
        var white = [0.3127, 0.3290]
        var red = [0.640, 0.330]
        var green = [0.300, 0.600]
        var blue = [0.150, 0.060]

        static let sRGB = Primaries()
        static let displayP3 = Primaries(
            red: [0.680, 0.320], green: [0.265, 0.690], blue: [0.150, 0.060])
    }
}
