import Testing

@testable import BlueHeartDrops

@Suite struct CardPageTests {
    @Test(arguments: [
        (["a/en/og.png", "a/en/square.png"], "a/en/share.html"),
        (["a-en-square.png", "a-en-story.png"], "a-en.html"),
        (["og.png", "square.jpg"], "share.html"),
        (["a/b/og.png", "a/c/og.png"], "a/share.html"), (["x.y.png", "x.z.png"], "x.html"),
    ])
    func aPageIsNamedAfterWhatItsPicturesHaveInCommon(paths: [String], page: String) {
        #expect(pagePath(ofPictures: paths) == page)
    }
}
