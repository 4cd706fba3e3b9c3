import Geometry

/// What a fuzzer calls: takes any bytes, decodes them under small limits, keeps nothing.
///
/// An error is a right answer to wrong bytes; only a crash, a leak or a hang is a finding.
public enum DecoderFuzzing {
    /// 1 megapixel and 20 scans, so that a run takes milliseconds.
    public static let limits = ImageLimits(bytes: 1 << 20, pixels: 1 << 20, side: 4_096, scans: 20)

    public static func decodesPNG(_ bytes: [UInt8]) {
        ends { () throws(ImageError) in _ = try decodePNG(bytes, limits: limits) }
    }

    public static func decodesJPEG(_ bytes: [UInt8]) {
        ends { () throws(ImageError) in
            _ = try decodeJPEG(bytes, limits: limits, covering: nil)
            _ = try decodeJPEG(bytes, limits: limits, covering: Size(width: 10, height: 10))
        }
    }

    public static func decodesWebP(_ bytes: [UInt8]) {
        ends { () throws(ImageError) in
            _ = try decodeWebP(bytes, limits: limits, covering: nil)
            _ = try decodeWebP(bytes, limits: limits, covering: Size(width: 10, height: 10))
        }
    }

    public static func decodesAnything(_ bytes: [UInt8]) {
        ends { () throws(ImageError) in
            _ = try ImageHeader.read(bytes, limits: limits)
            _ = try decodeImage(bytes, limits: limits, covering: Size(width: 64, height: 64))
        }
    }

    private static func ends(_ decoding: () throws(ImageError) -> Void) {
        do throws(ImageError) {
            try decoding()
        } catch {
            // Every error has a text, which must not fail either.
            _ = error.description
        }
    }
}
