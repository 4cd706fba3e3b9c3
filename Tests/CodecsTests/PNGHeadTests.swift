import BlueHeartFormats
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

/// What stands before the pixels of our PNG files.
@Suite struct PNGHeadTests {
    /// Chunks by name, with their data.
    private func chunks(_ bytes: [UInt8]) -> [String: [UInt8]] {
        var chunks: [String: [UInt8]] = [:]
        var rest = bytes.dropFirst(8)
        while rest.count >= 12 {
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            let name = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            chunks[name] = Array(rest.dropFirst(8).prefix(count))
            rest = rest.dropFirst(12 + count)
        }
        return chunks
    }

    private func numbers(_ bytes: [UInt8]?) -> [Int] {
        let bytes = bytes ?? []
        return stride(from: 0, to: bytes.count, by: 4).map { start in
            bytes[start..<min(start + 4, bytes.count)].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// Source: W3C PNG specification, third edition, table of fallbacks for chunk sRGB.
    @Test func theColourSpaceIsSRGBWithItsFallbacks() throws {
        let file = try encode(Pictures.gradient(), as: EncodeOptions(format: .png))
        let chunks = chunks(file.bytes)
        #expect(chunks["sRGB"] == [0])
        #expect(numbers(chunks["gAMA"]) == [45_455])
        #expect(
            numbers(chunks["cHRM"])
                == [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000])
        #expect(chunks["pHYs"] == nil)
    }

    /// 72 px an inch are 2,835 px a metre.
    @Test func theDensityIsInPixelsPerMetre() throws {
        let options = EncodeOptions(format: .png, pixelsPerInch: 72)
        let data = try #require(chunks(try encode(Pictures.grays(), as: options).bytes)["pHYs"])
        #expect(numbers(Array(data.prefix(8))) == [2_835, 2_835] && data.last == 1)
    }
}
