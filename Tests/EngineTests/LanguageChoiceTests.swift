import Testing

@testable import BlueHeartEngine

@Suite struct LanguageChoiceTests {
    private let choice = LanguageChoice(tags: [
        "en", "ar", "zh-Hans", "fr", "es", "cs", "uk", "el", "th", "pt",
    ])

    @Test(arguments: [
        ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("en_us", "en"), ("English", "en"),
        ("inglés", "en"), ("ENGLISH", "en"), ("anglais", "en"), ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"), ("zh_cn", "zh-Hans"), ("zh-hans", "zh-Hans"),
        ("Chinese", "zh-Hans"), ("Simplified Chinese", "zh-Hans"),
        ("Chinese (Simplified)", "zh-Hans"), ("pt-BR", "pt"), ("français", "fr"),
        ("Français", "fr"), ("العربية", "ar"), ("čeština", "cs"), ("українська", "uk"),
    ])
    func aTagOrNameIsUnderstood(written: String, tag: String) {
        #expect(choice.tag(for: written) == tag)
    }

    @Test(arguments: [
        ("zh-TW", "zh-Hans"), ("zh-Hant", "zh-Hans"), ("cz", "cs"), ("gr", "el"), ("ua", "uk"),
        ("Englsh", "en"), ("enn", "en"), ("cn", "zh-Hans"),
    ])
    func anotherLanguageIsHinted(written: String, tag: String) {
        #expect(choice.tag(for: written) == nil)
        #expect(choice.hint(for: written) == "did you mean \"\(tag)\"?")
    }

    @Test(arguments: ["xx", "ja", "", "Klingon"])
    func whatTheKitDoesNotHaveGetsTheList(written: String) {
        #expect(choice.tag(for: written) == nil)
        #expect(choice.hint(for: written)?.hasPrefix("choose one of en, ar, ") == true)
    }
}
