import BlueHeartFormats
import Testing

@Suite struct ImageFormatTests {
    @Test func namesExtensionsAndMediaTypesBelongToOneFormatOnly() {
        let all = ImageFormat.allCases
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.mediaType)).count == all.count)
        let extensions = all.flatMap(\.fileExtensions)
        #expect(Set(extensions).count == extensions.count)
        #expect(extensions.allSatisfy { $0 == $0.lowercased() && !$0.contains(".") })
    }

    @Test func aFormatIsKnownByAnyOfItsExtensions() {
        for format in ImageFormat.allCases {
            for name in format.fileExtensions {
                #expect(ImageFormat(fileExtension: name) == format)
                #expect(ImageFormat(path: "a.b/card.\(name.uppercased())") == format)
            }
        }
    }

    @Test(arguments: [
        "", "card", "png", "a.png/card", ".png/", "card.", "card.pngx", "card.\u{301}",
    ])
    func otherPathsNameNoFormat(path: String) {
        #expect(ImageFormat(path: path) == nil)
    }

    @Test func listsHoldWhatTheRowsSay() {
        #expect(ImageFormat.written.starts(with: [.png, .jpeg, .webP]))
        #expect(ImageFormat.read.contains(.svg) && !ImageFormat.ofPhotos.contains(.svg))
        #expect(ImageFormat.ofPhotos.starts(with: [.png, .jpeg, .webP]))
        #expect(ImageFormat.webP.features.names == ["alpha", "loss", "motion", "metadata"])
        #expect(ImageFormat.svg.uses.names == ["read"])
    }

    @Test func signaturesTellFormatsApart() {
        let box: [UInt8] = [0, 0, 0, 28]
        let starts: [(ImageFormat?, [UInt8])] = [
            (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
            (.webP, Array("RIFF....WEBP".utf8)), (nil, Array("RIFF....WAVE".utf8)),
            (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
            (.avif, box + Array("ftypavif".utf8)), (.avif, box + Array("ftypavis".utf8)),
            (.heic, box + Array("ftypheic".utf8)), (nil, box + Array("ftypmp42".utf8)),
            (.bmp, Array("BM".utf8)), (.tiff, [0x49, 0x49, 0x2A, 0]),
            (.pdf, Array("%PDF-1.7".utf8)),
            (.svg, Array("\u{FEFF}<?xml version='1.0'?>\n<!-- a -->\n<svg>".utf8)),
            (.svg, Array("  <svg".utf8)), (nil, Array("<html>".utf8)), (nil, Array("a <svg".utf8)),
            (nil, []), (nil, [0xFF, 0xD8]), (nil, Array("RIFF....WEB".utf8)),
        ]
        for (format, bytes) in starts { #expect(ImageFormat(signatureOf: bytes) == format) }
    }

    @Test func aTagPastTheHeadMakesNoSVG() {
        let head = Array(("<a>" + String(repeating: " ", count: 4_089)).utf8)
        #expect(ImageFormat(signatureOf: head + Array("<svg".utf8)) == .svg)
        #expect(ImageFormat(signatureOf: head + Array(" <svg".utf8)) == nil)
    }
}
