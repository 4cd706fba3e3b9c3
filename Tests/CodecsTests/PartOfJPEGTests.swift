import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartTestbench
import Testing

@testable import BlueHeartCodecs

/// Parts of JPEGs of 75 x 61 px of noise, against the same of the whole.
@Suite struct PartOfJPEGTests {
    static let names = ["444", "422", "420", "progressive", "restarts", "gray", "cmyk"]

    /// What leaves the whole file, a half, a quarter and an eighth of its sides.
    private static let coverings = [nil, (37, 30), (18, 15), (9, 7)].map { size in
        size.map { Size(width: Double($0.0), height: Double($0.1)) }
    }

    /// Parts that lie anywhere, and some along the sides, in px of the file.
    private func parts(of header: ImageHeader) -> [Rect] {
        var random = SplitMix64(for: "parts of \(header.width) x \(header.height) px")
        let (width, height) = (Double(header.width), Double(header.height))
        let anywhere = (0..<60).map { _ in
            let x = Double.random(in: 0..<width, using: &random)
            let y = Double.random(in: 0..<height, using: &random)
            return Rect(
                minX: x, minY: y, maxX: .random(in: x...width, using: &random),
                maxY: .random(in: y...height, using: &random))
        }
        return anywhere + [
            Rect(x: 0, y: 0, width: 1, height: 1),
            Rect(x: width - 1, y: height - 1, width: 1, height: 1),
            Rect(x: 0, y: 20, width: width, height: 9), Rect(x: 20, y: 0, width: 9, height: height),
            Rect(x: -50, y: 16, width: 82, height: 200), Rect(x: 16, y: 16, width: 16, height: 16),
        ]
    }

    private func expectParts(of bytes: [UInt8], _ name: String) throws {
        for covering in Self.coverings {
            let whole = try decodeImage(bytes, covering: covering)
            #expect(whole.crop.isWhole)
            for part in parts(of: whole.header) {
                let decoded = try decodeImage(bytes, covering: covering, showing: part)
                let crop = decoded.crop
                #expect(
                    (crop.width, crop.height) == (whole.bitmap.width, whole.bitmap.height))
                #expect(
                    crop.bitmap == whole.bitmap.cut(to: crop.bounds),
                    "\(name), \(part), covering \(covering as Any)")
                #expect(decoded.notes == whole.notes)
            }
        }
    }

    @Test(arguments: names)
    func aPartHasThePixelsOfTheWhole(name: String) throws {
        try expectParts(of: file("noise-\(name).jpg"), name)
    }

    @Test(arguments: 1...8)
    func soHasAPartOfATurnedPicture(orientation: UInt8) throws {
        try expectParts(of: turned(file("noise-420.jpg"), orientation), "turned \(orientation)")
    }

    /// All of what is asked for, and no more than that but parts of px.
    @Test(arguments: 1...8)
    func thePartIsWhereItIsAskedFor(orientation: UInt8) throws {
        let bytes = try turned(file("noise-444.jpg"), orientation)
        let part = Rect(x: 11.5, y: 30, width: 20.75, height: 25)
        let bounds = try decodeImage(bytes, showing: part).crop.bounds
        #expect(bounds == PixelRect(x: 11, y: 30, width: 22, height: 25))
    }

    @Test func aPartBesideThePictureIsAllOfIt() throws {
        let beside = Rect(x: 80, y: 0, width: 10, height: 10)
        #expect(try decodeImage(file("noise-444.jpg"), showing: beside).crop.isWhole)
    }

    /// A file that ends below the part is refused too.
    @Test(arguments: names)
    func aFileThatEndsEarlyIsRefusedWhicheverPartIsAskedFor(name: String) throws {
        let bytes = try file("noise-\(name).jpg")
        let top = Rect(x: 20, y: 0, width: 20, height: 3)
        for count in stride(from: bytes.count - 1, to: 0, by: -7) {
            #expect(throws: ImageError.self, "\(count) of \(bytes.count) bytes") {
                try decodeImage(Array(bytes.prefix(count)), showing: top)
            }
        }
    }

    /// The same error as of the whole, or the same pixels, wherever a file is damaged.
    @Test(arguments: names)
    func damageIsFoundWhicheverPartIsAskedFor(name: String) throws {
        let bytes = try file("noise-\(name).jpg")
        var random = SplitMix64(for: "damage of \(name)")
        for _ in 0..<150 {
            var damaged = bytes
            let place = Int.random(in: damaged.indices, using: &random)
            damaged[place] = UInt8.random(in: 0...255, using: &random)
            let x = Double.random(in: 0..<60, using: &random)
            let y = Double.random(in: 0..<50, using: &random)
            let part = Rect(x: x, y: y, width: 15, height: 11)
            let whole = outcome(damaged, part: nil)
            let cut = outcome(damaged, part: part)
            #expect(cut.error == whole.error, "byte \(place)")
            guard let crop = cut.crop, let all = whole.crop else { continue }
            #expect(crop.bitmap == all.bitmap.cut(to: crop.bounds), "byte \(place)")
        }
    }

    private func outcome(_ bytes: [UInt8], part: Rect?) -> (crop: CroppedImage?, error: ImageError?)
    {
        let limits = ImageLimits(bytes: 1 << 20, pixels: 1 << 20)
        do throws(ImageError) {
            return (try decodeImage(bytes, limits: limits, showing: part).crop, nil)
        } catch {
            return (nil, error)
        }
    }

    /// The file with EXIF data that say how to turn it.
    private func turned(_ bytes: [UInt8], _ orientation: UInt8) -> [UInt8] {
        var exif = ByteWriter()
        exif.bigEndian(0xFFE1, bytes: 2)
        exif.bigEndian(34, bytes: 2)
        exif.append("Exif\0\0MM\0*".utf8)
        exif.bigEndian(8, bytes: 4)
        exif.bigEndian(1, bytes: 2)
        // Tag, kind (16 bits), count and value.
        exif.append([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
        exif.bigEndian(0, bytes: 4)
        return bytes.prefix(2) + exif.bytes + bytes.dropFirst(2)
    }
}
