import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

@Suite struct HostileFileTests {
    @Test(arguments: [
        "rgb-8.png", "palette-4-interlaced.png", "rgb-420.jpg", "progressive.jpg", "lossy.webp",
        "lossless.webp", "alpha.webp",
    ])
    func aFileThatEndsEarlyIsAnErrorWhereverItEnds(name: String) throws {
        let bytes = try file(name)
        for count in 0..<bytes.count {
            #expect(throws: ImageError.self, "\(count) of \(bytes.count) bytes") {
                try decodeImage(Array(bytes.prefix(count)))
            }
        }
    }

    /// Whatever is changed: a picture of the size in the header, or an error; never a crash.
    @Test(arguments: [
        "rgba-16-interlaced.png", "palette-4-clear.png", "rgb-8-profile.png", "rgb-420.jpg",
        "progressive.jpg", "cmyk.jpg", "profile.jpg", "lossy.webp", "alpha.webp", "profile.webp",
    ])
    func aDamagedFileIsAPictureOrAnError(name: String) throws {
        let bytes = try file(name)
        let limits = ImageLimits(bytes: 1 << 20, pixels: 1 << 20)
        var state: UInt32 = 2_024
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<3 {
                state = state &* 1_664_525 &+ 1_013_904_223
                damaged[Int(state >> 8) % bytes.count] = UInt8(state >> 24)
            }
            do throws(ImageError) {
                let decoded = try decodeImage(damaged, limits: limits)
                #expect(decoded.bitmap.width == decoded.header.width)
                #expect(decoded.bitmap.height == decoded.header.height)
                let small = Size(width: 3, height: 2)
                #expect(try decodeImage(damaged, limits: limits, covering: small).bitmap.width > 0)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    private func pngHeader(width: UInt32, height: UInt32) -> [UInt8] {
        var writer = ByteWriter()
        writer.append([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
        writer.append("IHDR".utf8)
        writer.bigEndian(Int(width), bytes: 4)
        writer.bigEndian(Int(height), bytes: 4)
        writer.append([8, 6, 0, 0, 0, 0, 0, 0, 0])
        return writer.bytes
    }

    @Test func hugePNGsAreRefusedByTheirHeader() {
        #expect(throws: ImageError.sideTooLong(width: 50_000, height: 50_000, limit: 30_000)) {
            try decodeImage(pngHeader(width: 50_000, height: 50_000))
        }
        #expect(throws: ImageError.tooLarge(width: 20_000, height: 20_000, limit: 100_000_000)) {
            try decodeImage(pngHeader(width: 20_000, height: 20_000))
        }
        #expect(throws: ImageError.self) { try decodeImage(pngHeader(width: .max, height: .max)) }
        #expect(throws: ImageError.self) { try decodeImage(pngHeader(width: 0, height: 9)) }
    }

    @Test func hugeJPEGsAreRefusedByTheirHeader() {
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0xFF, 0xDC, 0xFF, 0xDC, 1, 1, 0x11, 0]
        #expect(throws: ImageError.sideTooLong(width: 65_500, height: 65_500, limit: 30_000)) {
            try decodeImage([0xFF, 0xD8] + frame)
        }
    }

    @Test func limitsAreExact() throws {
        let bytes = try file("rgb-8.png")
        let pixels = 13 * 9
        let exact = ImageLimits(bytes: bytes.count, pixels: pixels, side: 13)
        #expect(throws: Never.self) { try decodeImage(bytes, limits: exact) }
        let wrong = [
            ImageLimits(bytes: bytes.count - 1, pixels: pixels, side: 13),
            ImageLimits(bytes: bytes.count, pixels: pixels - 1, side: 13),
            ImageLimits(bytes: bytes.count, pixels: pixels, side: 12),
        ]
        for limits in wrong {
            #expect(throws: ImageError.self) { try decodeImage(bytes, limits: limits) }
        }
    }

    @Test func manyScansAreRefused() throws {
        let bytes = try file("progressive.jpg")
        let scans = try JPEGHeader.read(bytes, limits: .file).scans
        #expect(scans > 4)
        let limits = ImageLimits(bytes: 1 << 20, pixels: 1 << 20, scans: scans - 1)
        #expect(throws: ImageError.tooManyScans(count: scans, limit: scans - 1)) {
            try decodeImage(bytes, limits: limits)
        }
    }

    /// What a decoder holds of the whole file: sums, coefficients or pixels.
    @Test(arguments: [
        ("rgb-8.png", 0), ("rgb-8-interlaced.png", 2 * 13 * 9), ("rgb-420.jpg", 0),
        ("progressive.jpg", 3 * 48 * 32), ("lossy.webp", 0), ("lossless.webp", 5 * 48 * 32),
        ("alpha.webp", 5 * 48 * 32),
    ])
    func aHeaderTellsTheMemoryThatDecodingTakes(name: String, held: Int) throws {
        let bytes = try file(name)
        let header = try ImageHeader.read(bytes)
        let pixels = 4 * ((header.width + 7) / 8) * ((header.height + 7) / 8)
        let needed = pixels + max(held, pixels)
        #expect(header.decodingBytes(shrinking: 8) == needed)
        let exact = ImageLimits(bytes: 1 << 20, pixels: 1 << 20, memory: needed)
        #expect(try decodeImage(bytes, limits: exact).bitmap.width == (header.width + 7) / 8)
        let less = ImageLimits(bytes: 1 << 20, pixels: 1 << 20, memory: needed - 1)
        #expect(throws: ImageError.takesTooMuch(bytes: needed, limit: needed - 1)) {
            try decodeImage(bytes, limits: less)
        }
    }

    @Test(arguments: [
        ("picture.gif", ImageFormat.gif), ("picture.bmp", .bmp), ("picture.tiff", .tiff),
    ])
    func otherFormatsAreNamed(name: String, format: ImageFormat) throws {
        let bytes = try file(name)
        #expect(
            throws: ImageError.wrongFormat(expected: [.png, .jpeg, .webP, .svg], found: format)
        ) {
            try decodeImage(bytes)
        }
    }

    @Test func formatsAreToldByTheirContent() {
        let box: [UInt8] = [0, 0, 0, 28]
        #expect(ImageFormat(signatureOf: box + Array("ftypavif".utf8)) == .avif)
        #expect(ImageFormat(signatureOf: box + Array("ftypheic".utf8)) == .heic)
        #expect(ImageFormat(signatureOf: Array("%PDF-1.7".utf8)) == .pdf)
        #expect(
            ImageFormat(signatureOf: Array("<?xml version='1.0'?>\n<!-- a -->\n<svg>".utf8)) == .svg
        )
        #expect(ImageFormat(signatureOf: Array("<html>".utf8)) == nil)
        #expect(ImageFormat(signatureOf: []) == nil)
        #expect(throws: ImageError.notAnImage) { try decodeImage(Array("hello".utf8)) }
    }

    @Test func animatedWebPIsUnsupported() throws {
        let bytes = try file("animated.webp")
        #expect(throws: ImageError.unsupported("animated WebP")) { try decodeImage(bytes) }
    }
}
