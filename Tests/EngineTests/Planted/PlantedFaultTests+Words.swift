extension PlantedFaultTests {
    private static let alt =
        "A blue heart on white. The words: Wear the blue heart. Stand with everyone."

    static let words: [Fault] = [
        Fault("a word the alt text lacks", "alt-lacks-words") {
            $0.alt = alt.replacing("everyone", with: "all")
        },
        Fault("a number the alt text lacks", "alt-lacks-words") {
            $0.body.words = "Since 2009 with everyone."
            $0.alt = alt.replacing("Stand with", with: "Since then with")
        },
        Fault("no alt text", "alt-lacks-words", "alt-missing") { $0.alt = " " },
        Fault("what a screen reader says itself", "alt-says-picture") {
            $0.alt = "Image of: " + alt
        },
        Fault("the name of a file", "alt-file-name", "alt-lacks-words", "alt-unfinished") {
            $0.alt = "card_final.png"
        },
        Fault("a note to oneself", "alt-lacks-words", "alt-placeholder", "alt-unfinished") {
            $0.alt = "TODO"
        },
        Fault("an alt text without an end", "alt-too-long") {
            $0.alt = alt + String(repeating: " It is the heart of the people.", count: 7)
        },
        Fault("a long alt text without an end", "long-alt-too-long") {
            $0.longAlt = alt + String(repeating: " It is the heart of the people.", count: 32)
        },
        Fault("an alt text that is the caption", "alt-repeats") { $0.caption = alt },
        Fault("a hashtag in the alt text", "alt-noise") { $0.alt = alt + " #WearIt." },
        Fault("an address in the alt text", "alt-noise") { $0.alt = alt + " https://example.org." },
        Fault("a credit in the alt text", "alt-credit") { $0.alt = alt + " Photo by Anna Novak." },
        Fault("an alt text that shouts", "alt-shouts") {
            $0.alt = alt.replacing("Wear the blue heart", with: "WEAR THE BLUE HEART")
        },
        Fault("an alt text that does not end", "alt-unfinished") {
            $0.alt = String(alt.dropLast())
        },
        Fault("a caption in another language", "words-other-language") {
            $0.caption = "Le coeur bleu est pour toutes et tous dans le monde."
        },
        Fault("a title in another script", "words-other-script") { $0.title = "قلب أزرق" },
        Fault("no caption", "caption-missing") { $0.caption = " " },
        Fault("a caption over the limit", "caption-too-long") {
            $0.placement = "brief"
            $0.caption = "Everyone can wear it, and everyone can share it with a friend."
        },
        Fault("a hashtag in the caption's sentence", "caption-noise") {
            $0.caption = "Everyone can wear it #WearIt today."
        },
        Fault("a hashtag that networks cut", "hashtag-not-linked") {
            $0.hashtags = ["#Stop-Trafficking"]
        },
        Fault("a hashtag in small letters", "hashtag-case") {
            $0.hashtags = ["#endhumantrafficking"]
        },
    ]
}
