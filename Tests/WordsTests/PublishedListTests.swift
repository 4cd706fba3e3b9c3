import BlueHeartFormats
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct PublishedListTests {
    @Test(arguments: PublishedLists.files)
    func theListsAreAsTheTablesHaveThem(file: String) throws {
        let text = String(decoding: try projectFile(file), as: UTF8.self)
        #expect(text.contains("png"))
        #expect(PublishedLists.updated(text) == text, "run scripts/generate")
    }

    /// Each in place of a list that lacks all formats but the first.
    @Test(arguments: [
        (#""enum": ["png", "old"]"#, #""enum": ["png", "jpg""#),
        ("[\n  \"png\"\n]", "[\n  \"png\",\n  \"jpg\","), ("`png` or `old`.", "`png`, `jpg`"),
        (".{png,old}", ".{png,jpg,"),
        (#""image/png": {}, "image/old": {}"#, #""image/png": {}, "image/jpeg": {}, "#),
        (#""^(png|old)$""#, #""^(png|jpg|"#),
    ])
    func listsAreReplaced(text: String, start: String) {
        let updated = PublishedLists.updated(text)
        #expect(updated.hasPrefix(start), "\(updated)")
        #expect(!updated.contains("old") && updated.last == text.last)
        for format in ImageFormat.written {
            #expect(updated.contains(format.rawValue) || updated.contains(format.mediaType))
        }
    }

    @Test(arguments: ["a png, `png` alone", #"["png image"]"#, "`png` and `jpg`", "{png}"])
    func otherWordsStay(text: String) {
        #expect(PublishedLists.updated(text) == text)
    }
}
