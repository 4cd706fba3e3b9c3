import BlueHeartFormats

/// The data in the chunks of a PNG; the order of all chunks is checked up to IEND.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", section 5.
struct PNGHeader {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var orientation = Orientation.upright
    private(set) var isAnimated = false
    /// True if the rows are stored in seven interlaced passes.
    private(set) var isInterlaced = false
    private var hasData = false
    private var compressedProfile: ArraySlice<UInt8>?
    private var isSRGB = false
    private var gamma: Double?
    private var primaries: ColorSpace.Primaries?
    private var codePoints: [UInt8]?

    var summary: ImageHeader {
        ImageHeader(
            format: .png, width: width, height: height, orientation: orientation,
            // Sums of 8 bytes for each block of 2 x 2 pixels, or fewer, larger blocks.
            heldBytes: isInterlaced ? 2 * width * height : 0)
    }

    static func read(_ bytes: [UInt8], limits: ImageLimits) throws(ImageError) -> PNGHeader {
        var reader = ByteReader(bytes)
        try reader.skip(8)
        var header = PNGHeader()
        try header.readSize(&reader, limits: limits)
        while try header.readChunk(&reader) {}
        guard header.hasData else { throw .corrupt("there is no IDAT chunk") }
        try limits.check(memoryFor: header.summary)
        return header
    }

    private mutating func readSize(
        _ reader: inout ByteReader, limits: ImageLimits
    ) throws(ImageError) {
        guard try reader.bigEndian(bytes: 4) == 13, reader.skips("IHDR") else {
            throw .corrupt("the first chunk is not IHDR")
        }
        width = try reader.bigEndian(bytes: 4)
        height = try reader.bigEndian(bytes: 4)
        try reader.skip(4)
        isInterlaced = try reader.byte() != 0
        try reader.skip(4)
        try limits.check(width: width, height: height)
    }

    /// Reads one chunk; false after IEND.
    private mutating func readChunk(_ reader: inout ByteReader) throws(ImageError) -> Bool {
        let length = try reader.bigEndian(bytes: 4)
        let name = try reader.take(4)
        let data = try reader.take(length)
        try reader.skip(4)
        switch String(decoding: name, as: UTF8.self) {
        case "IEND": return false
        case "IDAT": hasData = true
        case "acTL": isAnimated = true
        case "sRGB": isSRGB = true
        case "gAMA": gamma = try Self.gamma(data)
        case "cHRM": primaries = try Self.primaries(data)
        case "iCCP": compressedProfile = data
        case "cICP": codePoints = Array(data)
        case "eXIf": orientation = .read(fromEXIF: data)
        default: break
        }
        return true
    }

    private static func gamma(_ data: ArraySlice<UInt8>) throws(ImageError) -> Double? {
        var reader = ByteReader(data)
        let value = try reader.bigEndian(bytes: 4)
        // A value outside this range is treated as a mistake.
        return (10_000...1_000_000).contains(value) ? 100_000 / Double(value) : nil
    }

    private static func primaries(
        _ data: ArraySlice<UInt8>
    ) throws(ImageError) -> ColorSpace.Primaries? {
        var reader = ByteReader(data)
        var values: [Double] = []
        for _ in 0..<8 { values.append(Double(try reader.bigEndian(bytes: 4)) / 100_000) }
        guard values.allSatisfy({ $0 < 1 }),
            stride(from: 1, to: 8, by: 2).allSatisfy({ values[$0] > 0 })
        else { return nil }
        return ColorSpace.Primaries(
            white: Array(values[0..<2]), red: Array(values[2..<4]), green: Array(values[4..<6]),
            blue: Array(values[6..<8]))
    }
}

extension PNGHeader {
    /// The colour space by the specification's precedence of chunks: cICP, iCCP, sRGB, gAMA.
    func colorSpace(notes: inout [ImageNote]) -> ColorSpace {
        if let known = knownCodePoints(notes: &notes) { return known }
        if let compressedProfile {
            guard let profile = Self.inflate(profile: compressedProfile) else {
                notes.append(.brokenProfile)
                return .sRGB
            }
            return .profile(profile)
        }
        guard !isSRGB, let gamma else { return .sRGB }
        let isNearSRGB = abs(gamma - 2.2) < 0.02 && (primaries ?? .sRGB).isClose(to: .sRGB)
        return isNearSRGB ? .sRGB : .described(primaries ?? .sRGB, .gamma(gamma))
    }

    /// The colour space of a known cICP chunk.
    ///
    /// Source: ITU-T H.273, tables 2 and 3.
    private func knownCodePoints(notes: inout [ImageNote]) -> ColorSpace? {
        switch codePoints {
        case nil: return nil
        case [1, 13, 0, 1]: return .sRGB
        case [12, 13, 0, 1]: return .described(.displayP3, .sRGB)
        default:
            notes.append(.unknownCodePoints)
            return nil
        }
    }

    /// The profile in an iCCP chunk: a name, a zero, the method 0, then zlib data.
    private static func inflate(profile data: ArraySlice<UInt8>) -> [UInt8]? {
        guard let end = data.prefix(80).firstIndex(of: 0), end + 2 < data.endIndex,
            data[end + 1] == 0
        else { return nil }
        return inflateZlib(data[(end + 2)...], limit: 4 << 20)
    }
}

extension ColorSpace.Primaries {
    fileprivate func isClose(to other: ColorSpace.Primaries) -> Bool {
        zip(white + red + green + blue, other.white + other.red + other.green + other.blue)
            .allSatisfy { abs($0 - $1) < 0.002 }
    }
}
