extension CheckRule {
    /// Every rule there is: those of words, then those of what is seen.
    ///
    /// A check that is not among them can be neither raised nor lowered, and traps when it finds.
    public static let all: [CheckRule] = ofWords + ofPicture

    private static let ofWords = [
        CheckRule(
            "alt-missing", .alt, .error, "there is no alt text"),
        CheckRule(
            "alt-file-name", .alt, .error, "the alt text is the name of a file"),
        CheckRule(
            "alt-placeholder", .alt, .error, "the alt text is image, test or the like"),
        CheckRule(
            "alt-lacks-words", .alt, .error,
            "the picture shows words that neither alt nor longAlt says"),
        CheckRule(
            "alt-too-long", .alt, .error, "the alt text has more than 250 characters"),
        CheckRule(
            "long-alt-too-long", .alt, .error, "the long alt text has more than 1,000 characters"),
        CheckRule(
            "alt-long", .alt, .note,
            "the alt text has more than 125 characters, longer than is heard best"),
        CheckRule(
            "alt-says-picture", .alt, .warning,
            "the alt text begins with what a screen reader says by itself"),
        CheckRule(
            "alt-noise", .alt, .warning,
            "the alt text holds a hashtag, a link, fancy letters or many emoji, read aloud sign by sign"
        ),
        CheckRule(
            "alt-credit", .alt, .warning,
            "the alt text tells who made the picture, and the picture does not"),
        CheckRule(
            "alt-repeats", .alt, .warning,
            "the alt text says the same as caption, title or long alt text"),
        CheckRule(
            "alt-shouts", .alt, .warning, "three words of the alt text or more are in capitals"),
        CheckRule(
            "alt-unfinished", .alt, .note, "the alt text does not end like a sentence"),
        CheckRule(
            "words-other-script", .words, .error,
            "words of the kit are in another script than the card's language"),
        CheckRule(
            "words-other-language", .words, .warning,
            "words of the kit read like another language than the card's"),
        CheckRule(
            "caption-missing", .caption, .error, "there is no caption"),
        CheckRule(
            "caption-too-long", .caption, .error,
            "even the shortest caption is longer than its network takes"),
        CheckRule(
            "caption-perhaps-too-long", .caption, .warning,
            "as caption-too-long, by a limit that sources dispute"),
        CheckRule(
            "caption-shortened", .caption, .note, "a network's caption does without some parts"),
        CheckRule(
            "caption-noise", .caption, .warning,
            "a sentence of the caption holds a hashtag or a link"),
        CheckRule(
            "hashtag-case", .caption, .warning,
            "a long hashtag has no capitals, so that it is read as one word"),
        CheckRule(
            "placeholder-left", .words, .error,
            "finished words of the kit still hold a placeholder"),
        CheckRule(
            "placeholder-filled-in", .words, .warning,
            "what was filled in looks like a placeholder"),
    ]

    private static let ofPicture = [
        CheckRule(
            "text-low-contrast", .picture, .warning,
            "a text reaches less than 4.5:1 somewhere, or 3:1 where it is large"),
        CheckRule(
            "text-indistinct", .picture, .warning,
            "people who lack a kind of cone cannot read a text"),
        CheckRule(
            "text-too-small", .picture, .warning,
            "a phone shows a text below 9 px (10 px for Han, kana, Hangul and joined scripts)"),
        CheckRule(
            "text-cropped", .picture, .warning, "a text reaches out of what is shown of the picture"
        ),
        CheckRule(
            "text-covered", .picture, .warning,
            "a text lies under something the network lays over the picture"),
        CheckRule(
            "text-outside-safe-zone", .picture, .warning,
            "a text stands nearer to the edge than the placement allows"),
        CheckRule(
            "symbol-low-contrast", .picture, .warning,
            "the outline of a symbol reaches less than 3:1 against its ground"),
        CheckRule(
            "symbol-indistinct", .picture, .warning,
            "people who lack a kind of cone cannot tell a symbol from its ground"),
        CheckRule(
            "symbol-cropped", .picture, .warning,
            "a symbol reaches out of what is shown of the picture"),
        CheckRule(
            "symbol-covered", .picture, .warning,
            "a symbol lies under something the network lays over the picture"),
        CheckRule(
            "symbol-outside-safe-zone", .picture, .warning,
            "a symbol stands nearer to the edge than the placement allows"),
        CheckRule(
            "symbol-distorted", .picture, .warning,
            "a symbol is longer one way than its proportions say"),
        CheckRule(
            "symbol-too-small", .picture, .warning,
            "a phone shows a symbol smaller than the kit allows"),
        CheckRule(
            "symbol-crowded", .picture, .warning,
            "something stands in the clear space around a symbol"),
        CheckRule(
            "qr-low-contrast", .picture, .warning,
            "the modules of a QR code stand out too little from their ground for cameras"),
        CheckRule(
            "qr-inverted", .picture, .warning,
            "a QR code is light on dark, which some readers do not find"),
        CheckRule(
            "qr-quiet-zone", .picture, .warning,
            "a QR code has less than 4 modules of light ground around it"),
    ]
}
