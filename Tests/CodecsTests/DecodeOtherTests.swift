import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

/// Files of 48 x 32 px in four flat quarters: red, green, blue, white.
@Suite struct DecodeQuartersTests {
    private static let corners: [(x: Int, y: Int, color: UInt32)] = [
        (4, 4, Pictures.opaque(200, 30, 40)), (43, 4, Pictures.opaque(20, 160, 60)),
        (4, 27, Pictures.opaque(30, 60, 180)), (43, 27, Pictures.opaque(255, 255, 255)),
    ]

    /// - Parameter tolerance: by how much a channel may differ, in 255ths.
    private func expectQuarters(_ decoded: DecodedImage, tolerance: Int) {
        #expect(decoded.header.width == 48 && decoded.header.height == 32)
        #expect(decoded.bitmap.width == 48 && decoded.bitmap.height == 32)
        for corner in Self.corners {
            let pixel = decoded.bitmap[corner.x, corner.y]
            for shift in [0, 8, 16, 24] as [UInt32] {
                let difference = Int(pixel >> shift & 0xFF) - Int(corner.color >> shift & 0xFF)
                #expect(abs(difference) <= tolerance, "at \(corner.x), \(corner.y)")
            }
        }
    }

    @Test(arguments: ["rgb-444.jpg", "rgb-422.jpg", "rgb-420.jpg", "progressive.jpg", "lossy.webp"])
    func lossyFilesAreNearlyRight(name: String) throws {
        expectQuarters(try decodeImage(file(name)), tolerance: 6)
    }

    @Test(arguments: 1...8)
    func everyOrientationComesUpright(tag: Int) throws {
        let bytes = try file("orientation-\(tag).jpg")
        expectQuarters(try decodeImage(bytes), tolerance: 4)
        let header = try ImageHeader.read(bytes)
        #expect(header.width == 48 && header.height == 32)
    }

    @Test(arguments: ["lossless.webp", "orientation-6.webp"])
    func losslessWebPIsExact(name: String) throws {
        expectQuarters(try decodeImage(file(name)), tolerance: 0)
    }

    @Test func webPWithAlphaIsPremultiplied() throws {
        let bitmap = try decodeImage(file("alpha.webp")).bitmap
        #expect(bitmap.pixels.contains { $0 >> 24 < 255 })
        for pixel in bitmap.pixels {
            #expect([0, 8, 16].allSatisfy { pixel >> $0 & 0xFF <= pixel >> 24 })
        }
    }

    @Test func grayJPEG() throws {
        let pixel = try decodeImage(file("gray.jpg")).bitmap[4, 4]
        // 0.299 * 200 + 0.587 * 30 + 0.114 * 40 is 82.
        #expect(abs(Int(pixel & 0xFF) - 82) <= 2 && pixel & 0xFF == pixel >> 16 & 0xFF)
    }

    @Test func cmykWithoutAProfileGoesByTheRuleOfThumb() throws {
        let decoded = try decodeImage(file("cmyk.jpg"))
        #expect(decoded.notes == [.cmykWithoutProfile])
        expectQuarters(decoded, tolerance: 6)
    }

    @Test func aSmallShowingIsDecodedSmaller() throws {
        for name in ["rgb-444.jpg", "lossless.webp"] {
            let decoded = try decodeImage(file(name), covering: Size(width: 12, height: 8))
            #expect(decoded.bitmap.width == 24 && decoded.bitmap.height == 16)
            #expect(decoded.header.width == 48)
        }
    }

    @Test func aTurnedPictureIsShrunkByItsUprightSides() throws {
        let bytes = try file("orientation-6.jpg")
        let small = try decodeImage(bytes, covering: Size(width: 12, height: 8)).bitmap
        #expect(small.width == 24 && small.height == 16)
        let whole = try decodeImage(bytes, covering: Size(width: 8, height: 12)).bitmap
        #expect(whole.width == 48 && whole.height == 32)
    }
}

@Suite struct SVGTests {
    private func svg(_ inside: String, _ attributes: String = "width='20' height='10'") -> [UInt8] {
        Array("<svg xmlns='http://www.w3.org/2000/svg' \(attributes)>\(inside)</svg>".utf8)
    }

    @Test func theSizeIsTheDocumentsOrItsViewBoxs() throws {
        #expect(try SVGDocument(svg("")).intrinsicSize == Size(width: 20, height: 10))
        #expect(
            try SVGDocument(svg("", "viewBox='0 0 30 40'")).intrinsicSize
                == Size(width: 30, height: 40))
        #expect(
            try SVGDocument(svg("", "width='1in' height='2in'")).intrinsicSize
                == Size(width: 96, height: 192))
    }

    @Test func aShapeIsDrawnAtTheSizeThatIsAskedFor() throws {
        let document = try SVGDocument(
            svg("<rect width='10' height='10' fill='#f08010'/>", "viewBox='0 0 20 10'"))
        let bitmap = try document.rasterize(width: 80, height: 40)
        #expect(bitmap[20, 20] == Pictures.opaque(0xF0, 0x80, 0x10))
        #expect(bitmap[60, 20] == 0)
    }

    @Test func aDocumentIsDecodedLargeEnoughToCover() throws {
        let bytes = svg("<rect width='20' height='10' fill='red'/>")
        let bitmap = try decodeImage(bytes, covering: Size(width: 50, height: 50)).bitmap
        #expect(bitmap.width == 100 && bitmap.height == 50)
    }

    @Test func nothingOutsideOfTheDocumentIsRead() throws {
        let document = try SVGDocument(
            svg(
                """
                <script>throw 1</script>
                <image href='file:///usr/share/pixmaps/debian-logo.png' width='20' height='10'/>
                <image href='/etc/passwd' width='20' height='10'/>
                """))
        #expect(try document.rasterize(width: 20, height: 10) == Bitmap(width: 20, height: 10))
    }

    @Test func whatIsNoUsableSVGIsAnError() {
        #expect(throws: ImageError.self) { try SVGDocument(svg("<rect")) }
        #expect(throws: ImageError.self) { try SVGDocument(svg("", "width='100%'")) }
        #expect(throws: ImageError.wrongFormat(expected: [.svg], found: .png)) {
            try SVGDocument(encode(Pictures.gradient(), as: EncodeOptions(format: .png)).bytes)
        }
        let crowd = svg(String(repeating: "<g/>", count: 50_001))
        #expect(throws: ImageError.self) { try SVGDocument(crowd) }
    }

    /// A thousand million laughs: ten entities, each ten times the one before.
    @Test func entitiesThatExplodeAreAnError() {
        let entities = (1..<10).map {
            "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>"
        }
        let text = """
            <!DOCTYPE svg [<!ENTITY e0 '<rect/>'>\(entities.joined())]>
            <svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>&e9;</svg>
            """
        #expect(throws: ImageError.self) { try SVGDocument(Array(text.utf8)) }
    }
}
