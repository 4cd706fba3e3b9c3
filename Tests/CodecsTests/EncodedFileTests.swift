import BlueHeartFormats
import BlueHeartPixels
import BlueHeartTestbench
import Testing

@testable import BlueHeartCodecs

/// What other programs make of our files.
@Suite struct EncodedFileTests {
    private let metadata = PictureMetadata(
        title: "Modré srdce", description: "Žena drží modré srdce 💙", credit: "UNODC",
        copyright: "© UNODC", language: "sk",
        xmp: """
            <?xpacket begin='\u{FEFF}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta \
            xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
            <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:format>\
            image/x</dc:format></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>
            """)

    private var pictures: [Bitmap] {
        [
            Pictures.gradient(), Pictures.noise(), Pictures.grays(), Pictures.colors(3),
            Pictures.colors(200), Pictures.translucent(),
        ]
    }

    @Test(arguments: EncodeEffort.allCases)
    func pngcheckFindsNothingWrong(effort: EncodeEffort) throws {
        let folder = try ScratchFolder()
        for (index, picture) in pictures.enumerated() {
            let options = EncodeOptions(
                format: .png, effort: effort, pixelsPerInch: 144, metadata: metadata)
            let path = try folder.write(try encode(picture, as: options).bytes, to: "\(index).png")
            let answer = try Tool("/usr/bin/pngcheck").run(["-v", path])
            #expect(answer.status == 0, "\(answer.text)")
            #expect(answer.text.contains("No errors detected"))
        }
    }

    @Test(arguments: ImageFormat.written.filter { $0.features.contains(.metadata) })
    func exiftoolReadsTheWordsBack(format: ImageFormat) throws {
        let folder = try ScratchFolder()
        for picture in [Pictures.noise(), Pictures.translucent()] {
            let options = EncodeOptions(format: format, effort: .fast, metadata: metadata)
            let path = try folder.write(try encode(picture, as: options).bytes, to: "card")
            let text = try Tool("/usr/bin/exiftool").run(
                ["-s", "-a", "-G1", "-validate", "-all", path]
            ).text
            #expect(text.contains(/Validate +: OK/), "\(text)")
            #expect(text.contains("image/x"))
            #expect(text.contains("© UNODC"))
            #expect(text.contains("Žena drží modré srdce 💙"))
            if format != .png { #expect(text.contains(": sRGB"), "\(text)") }
        }
    }

    @Test(arguments: ImageFormat.written, EncodeEffort.allCases)
    func imageMagickSeesTheSameSize(format: ImageFormat, effort: EncodeEffort) throws {
        let folder = try ScratchFolder()
        for picture in [Pictures.colors(9), Pictures.noise(), Pictures.translucent()] {
            let options = EncodeOptions(format: format, effort: effort, metadata: metadata)
            let path = try folder.write(try encode(picture, as: options).bytes, to: "card")
            let answer = try Tool("/usr/bin/identify").run(["-format", "%m %w %h", path])
            #expect(answer.status == 0)
            // It warns of any XMP in a WebP, so its answer is not all that it says.
            #expect(
                answer.text.contains(
                    "\(format.name.uppercased()) \(picture.width) \(picture.height)"))
        }
    }

    @Test func ourOwnDecoderTakesMetadataInItsStride() throws {
        for format in ImageFormat.written where format.isRead {
            let options = EncodeOptions(format: format, quality: 95, metadata: metadata)
            let decoded = try decodeImage(
                encode(Pictures.gradient(width: 80, height: 60), as: options).bytes)
            #expect(decoded.notes.isEmpty)
            #expect(decoded.bitmap.meanDifference(to: Pictures.gradient(width: 80, height: 60)) < 3)
        }
    }

    @Test func wordsThatDoNotFitAJPEGAreAnError() {
        let long = PictureMetadata(xmp: String(repeating: "x", count: 70_000))
        #expect(throws: EncodeError.metadataTooLong(part: "XMP", bytes: 70_000, limit: 65_504)) {
            try encode(Pictures.gradient(), as: EncodeOptions(format: .jpeg, metadata: long))
        }
    }
}

@Suite struct ByteBudgetTests {
    private let photo = Pictures.noise(width: 128, height: 96)

    @Test func aPNGMergesColorsOnlyWhereItMust() throws {
        let free = try encode(photo, as: EncodeOptions(format: .png, effort: .small))
        #expect(free.coding == .png(.rgb, isReduced: false))
        let budget = free.bytes.count / 2
        let file = try encode(photo, as: EncodeOptions(format: .png, maxBytes: budget))
        guard case .png(.palette, isReduced: true) = file.coding else {
            Issue.record("\(file.coding)")
            return
        }
        #expect(file.bytes.count <= budget)
        // 256 colours for noise in all three channels: a channel is off by some 20 of 255.
        #expect(try decodeImage(file.bytes).bitmap.meanDifference(to: photo) < 25)
    }

    @Test func aHigherEffortIsTriedFirst() throws {
        let card = Pictures.gradient(width: 200, height: 150)
        let fast = try encode(card, as: EncodeOptions(format: .png, effort: .fast))
        let budgeted = EncodeOptions(format: .png, effort: .fast, maxBytes: fast.bytes.count - 1)
        let file = try encode(card, as: budgeted)
        #expect(file.coding == .png(.rgb, isReduced: false))
        #expect(try decodeImage(file.bytes).bitmap == card)
    }

    @Test(arguments: ImageFormat.written)
    func whatCannotBeMetSaysHowFarOff(format: ImageFormat) {
        #expect {
            try encode(photo, as: EncodeOptions(format: format, maxBytes: 400))
        } throws: { error in
            guard case .overBudget(let smallest, 400) = error as? EncodeError else { return false }
            return smallest > 400
        }
    }

    @Test func webPFitsTheBudget() throws {
        let free = try encode(photo, as: EncodeOptions(format: .webP, effort: .fast))
        let budget = free.bytes.count * 3 / 4
        let file = try encode(
            photo, as: EncodeOptions(format: .webP, effort: .fast, maxBytes: budget))
        #expect(file.bytes.count <= budget)
    }

    @Test func flatGraphicsBecomeLosslessWebP() throws {
        let card = Bitmap(width: 200, height: 100) { x, y in
            (x / 50 + y / 50) % 2 == 0 ? 0xFFD7_9B1E : 0xFFFF_FFFF
        }
        let file = try encode(card, as: EncodeOptions(format: .webP))
        #expect(file.coding == .lossless)
        #expect(try decodeImage(file.bytes).bitmap == card)
    }
}
