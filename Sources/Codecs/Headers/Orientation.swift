/// EXIF orientation: the rotation and reflection that make stored rows upright.
enum Orientation: Int {
    case upright = 1
    case mirrored, upsideDown, flipped
    case transposed, quarterRight, transverse, quarterLeft

    /// True if width and height are swapped.
    var swapsSides: Bool { rawValue >= 5 }

    /// Reads the tag Orientation from EXIF data, which begin with a TIFF header.
    ///
    /// Corrupt data count as upright: the picture itself is not affected. Source: TIFF 6.0, section
    /// 2; Exif 2.32, tag 0x0112.
    static func read(fromEXIF exif: ArraySlice<UInt8>) -> Orientation {
        do throws(ImageError) {
            return try tag(in: exif) ?? .upright
        } catch {
            return .upright
        }
    }

    private static func tag(in exif: ArraySlice<UInt8>) throws(ImageError) -> Orientation? {
        var start = ByteReader(exif)
        let order = try start.bigEndian(bytes: 2)
        guard order == 0x4949 || order == 0x4D4D else { return nil }
        let isLittle = order == 0x4949
        _ = try start.number(2, isLittle)
        let directory = try start.number(4, isLittle)
        var reader = ByteReader(exif)
        try reader.skip(directory)
        for _ in 0..<(try reader.number(2, isLittle)) {
            let tag = try reader.number(2, isLittle)
            try reader.skip(6)
            let value = try reader.number(2, isLittle)
            try reader.skip(2)
            if tag == 0x0112 { return Orientation(rawValue: value) }
        }
        return nil
    }
}

extension ByteReader {
    fileprivate mutating func number(_ count: Int, _ isLittle: Bool) throws(ImageError) -> Int {
        isLittle ? try littleEndian(bytes: count) : try bigEndian(bytes: count)
    }
}
