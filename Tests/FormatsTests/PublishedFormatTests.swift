import BlueHeartFormats
import BlueHeartTestbench
import Testing

/// Files that name formats; lists of them are compared in `PublishedListTests`.
@Suite struct PublishedFormatTests {
    /// The page's sentences take the list from the table.
    @Test func thePageNamesNoFormatItself() throws {
        let files = try contents(of: projectFolder + "/web/words")
        #expect(files.count > 1)
        for (file, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("{formats}"), "\(file)")
            for format in ImageFormat.ofPhotos {
                #expect(!text.contains(format.name), "\(file): \(format.name)")
            }
        }
    }

    /// The list of formats that templates read.
    @Test func theReferenceNamesTheFormatsOfArtwork() throws {
        let file = try projectFile("docs/template-reference.md")
        let text = String(decoding: file, as: UTF8.self)
        let artwork = text.split(separator: "\n").first { $0.hasPrefix("assets/<kit>/") }
        for format in ImageFormat.read {
            #expect(artwork?.contains(format.rawValue) == true)
        }
    }
}
