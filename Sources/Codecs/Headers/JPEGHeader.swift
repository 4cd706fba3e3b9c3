import BlueHeartFormats
import Glibc

/// The data in the segments of a JPEG, up to the end of the picture.
///
/// Source: ITU-T T.81, annex B; Exif 2.32; ICC.1:2022, annex B.4.
struct JPEGHeader {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var components = 0
    private(set) var scans = 0
    private(set) var orientation = Orientation.upright
    private var isProgressive = false
    /// Size of all coefficients, which are buffered if they come in several scans.
    private var coefficientBytes = 0
    /// True if Adobe's segment exists; CMYK is then stored inverted.
    private(set) var isAdobe = false
    private var profileParts: [Int: ArraySlice<UInt8>] = [:]
    private var profilePartCount = 0

    var summary: ImageHeader {
        ImageHeader(
            format: .jpeg, width: width, height: height, orientation: orientation,
            heldBytes: isProgressive || scans > 1 ? coefficientBytes : 0)
    }

    static func read(_ bytes: [UInt8], limits: ImageLimits) throws(ImageError) -> JPEGHeader {
        var reader = ByteReader(bytes)
        try reader.skip(2)
        var header = JPEGHeader()
        while let marker = try nextMarker(&reader) {
            try header.readSegment(marker, &reader, limits: limits)
            if marker == startOfScan {
                header.scans += 1
                try limits.check(scans: header.scans)
                try skipScan(&reader, of: bytes)
            }
        }
        guard header.scans > 0 else { throw .corrupt("there is no picture in it") }
        try limits.check(memoryFor: header.summary)
        return header
    }

    private static let startOfScan = 0xDA

    /// The next marker of a segment, or nil at the end of the picture.
    private static func nextMarker(_ reader: inout ByteReader) throws(ImageError) -> Int? {
        while true {
            // Bytes between segments are skipped, as libjpeg does.
            while try reader.byte() != 0xFF {}
            var marker = 0xFF
            while marker == 0xFF { marker = try reader.byte() }
            switch marker {
            case 0xD9: return nil
            case 0x00, 0x01, 0xD0...0xD8: continue
            default: return marker
            }
        }
    }

    private mutating func readSegment(
        _ marker: Int, _ reader: inout ByteReader, limits: ImageLimits
    ) throws(ImageError) {
        let length = try reader.bigEndian(bytes: 2)
        let data = try reader.take(length - 2)
        switch marker {
        case 0xC4, 0xC8, 0xCC: break
        case 0xC0...0xCF:
            try readFrame(data, limits: limits)
            isProgressive = marker & 3 == 2
        case 0xE1: readEXIF(data)
        case 0xE2: try readProfilePart(data)
        case 0xEE: isAdobe = isAdobe || data.starts(with: "Adobe".utf8)
        default: break
        }
    }

    private mutating func readFrame(
        _ data: ArraySlice<UInt8>, limits: ImageLimits
    ) throws(ImageError) {
        guard components == 0 else { throw .corrupt("there are two frame headers") }
        var reader = ByteReader(data)
        let bits = try reader.byte()
        height = try reader.bigEndian(bytes: 2)
        width = try reader.bigEndian(bytes: 2)
        components = try reader.byte()
        guard bits == 8 else { throw .unsupported("JPEG with \(bits) bits a channel") }
        guard [1, 3, 4].contains(components) else {
            throw .unsupported("JPEG with \(components) channels")
        }
        try limits.check(width: width, height: height)
        try readSampling(&reader)
    }

    /// Computes the coefficients' size: 2 bytes for each sample.
    private mutating func readSampling(_ reader: inout ByteReader) throws(ImageError) {
        var areas: [Int] = []
        var (across, down) = (1, 1)
        for _ in 0..<components {
            try reader.skip(1)
            let sampling = try reader.byte()
            try reader.skip(1)
            areas.append((sampling >> 4) * (sampling & 15))
            (across, down) = (max(across, sampling >> 4), max(down, sampling & 15))
        }
        coefficientBytes = 2 * width * height * areas.reduce(0, +) / (across * down)
    }

    private mutating func readEXIF(_ data: ArraySlice<UInt8>) {
        var reader = ByteReader(data)
        guard reader.skips("Exif\0\0") else { return }
        orientation = .read(fromEXIF: data[reader.offset...])
    }

    private mutating func readProfilePart(_ data: ArraySlice<UInt8>) throws(ImageError) {
        var reader = ByteReader(data)
        guard reader.skips("ICC_PROFILE\0") else { return }
        let number = try reader.byte()
        profilePartCount = try reader.byte()
        profileParts[number] = data[reader.offset...]
    }

    /// Skips the compressed data of a scan: to the next marker that is not a restart.
    private static func skipScan(_ reader: inout ByteReader, of bytes: [UInt8]) throws(ImageError) {
        var index = reader.offset
        while let found = firstMarkerByte(in: bytes, from: index), found + 1 < bytes.count {
            let next = bytes[found + 1]
            if next != 0x00, next != 0xFF, !(0xD0...0xD7).contains(next) {
                try reader.skip(found - reader.offset)
                return
            }
            index = found + (next == 0xFF ? 1 : 2)
        }
        throw .truncated
    }

    /// The index of the first 0xFF at or after `start`.
    ///
    /// Unsafe because memchr scans 1 MB in 0.03 ms, a loop over the array in 0.5 ms.
    private static func firstMarkerByte(in bytes: [UInt8], from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return unsafe bytes.withUnsafeBytes { buffer in
            // SAFETY: start < buffer.count, so the base exists and the range is inside it.
            guard let base = buffer.baseAddress,
                let hit = unsafe memchr(base + start, 0xFF, buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }
}

extension JPEGHeader {
    /// The colour space of the file; all parts of a profile must exist.
    func colorSpace(notes: inout [ImageNote]) -> ColorSpace {
        guard profilePartCount > 0 else { return .sRGB }
        let parts = (1...profilePartCount).compactMap { profileParts[$0] }
        guard parts.count == profilePartCount else {
            notes.append(.brokenProfile)
            return .sRGB
        }
        return .profile(Array(parts.joined()))
    }
}
