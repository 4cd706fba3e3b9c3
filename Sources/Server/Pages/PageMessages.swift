import BlueHeartMarkup

/// Regions for the messages of the scripts, with their sentences.
struct PageMessages {
    let words: PageWords

    var html: HTML {
        """
        <p class="say" id="say" role="status"\(data(Self.passing))></p>
        <p class="hidden" id="heard" role="status"></p>
        <div class="trouble" id="trouble" hidden\(data(Self.faults))><p role="alert"></p>
        <button type="button" class="small" id="try-again">\(words["page.tryAgain"])</button></div>

        """
    }

    /// Attributes with the keys of their sentences.
    private typealias Sentences = [(attribute: HTML, key: String)]

    private static let passing: Sentences = [
        ("copied", "page.copied"), ("not-copied", "page.notCopied"),
        ("not-shared", "page.notShared"), ("started", "page.started"),
        ("waiting", "page.waiting"), ("again", "page.pressAgain"), ("updated", "page.updated"),
    ]

    private static let faults: Sentences = [
        ("offline", "fault.offline"), ("many", "fault.many"), ("busy", "fault.busy"),
        ("refused", "fault.refused"), ("server", "fault.server"), ("picture", "fault.loading"),
    ]

    private func data(_ sentences: Sentences) -> HTML {
        sentences.reduce("") { attributes, sentence in
            "\(attributes) data-\(sentence.attribute)=\"\(words[sentence.key])\""
        }
    }
}
