import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartTemplates

/// Frame of all pages: head, choice of language, footer.
struct PageShell: Sendable {
    let site: PageSite
    let words: PageWords
    let kit: PublicKit

    /// Content of one page.
    struct Content {
        var title: String
        /// Elements of the head that other sites read.
        var about: HTML = ""
        /// Address of the language form.
        var action: String
        /// Values that the language form keeps.
        var kept: [Query.Pair]
        var scripts: [String]
        var main: HTML
    }

    var language: Language { words.language }

    func page(_ content: Content) -> HTML {
        """
        <!doctype html>
        <html lang="\(language.tag)" dir="\(direction)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(content.title)</title>
        <link rel="stylesheet" href="\(site.files.address(of: "site.css"))">
        <link rel="icon" type="image/svg+xml" href="\(site.files.address(of: "icon.svg"))">
        <link rel="apple-touch-icon" href="\(site.files.address(of: "icon.svg"))">
        <link rel="manifest" href="/manifest.webmanifest?lang=\(language.tag)">
        <meta name="theme-color" content="#0b5ca6">
        \(content.about)\(content.scripts.map(script))</head>
        <body>
        <a class="skip" href="#card">\(words["page.skip"])</a>
        \(top(content))<main>
        \(content.main)</main>
        \(foot)</body>
        </html>

        """
    }

    private var direction: String { language.direction == .rightToLeft ? "rtl" : "ltr" }

    private func script(_ name: String) -> HTML {
        "<script src=\"\(site.files.address(of: name))\" defer></script>\n"
    }

    private func top(_ content: Content) -> HTML {
        """
        <header class="wide top">
        <a class="brand" href="/?lang=\(language.tag)"><img \
        src="\(site.files.address(of: "icon.svg"))" alt="" width="30" height="27">\
        \(kit.brand(in: language))</a>
        <form class="tongue" method="get" action="\(content.action)">
        \(content.kept.map(hidden))<label for="lang">\(words["page.language"])</label>
        <select id="lang" name="lang" autocomplete="off">\(site.words.map(option))</select>
        <button class="small scriptless">\(words["page.show"])</button>
        </form>
        </header>

        """
    }

    private func hidden(_ pair: Query.Pair) -> HTML {
        "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.value)\">\n"
    }

    private func option(_ other: PageWords) -> HTML {
        let tag = other.language.tag
        let isChosen: HTML = tag == language.tag ? " selected" : ""
        return """
            <option value="\(tag)" lang="\(tag)"\(isChosen)>\(other.language.nativeName)</option>
            """
    }

    private var foot: HTML {
        """
        <footer class="foot"><div class="wide">
        \(kit.pageSentence("disclaimer", in: language).map { "<p>\($0)</p>\n" as HTML })\
        <p>\(words["page.privacy"])</p>
        </div></footer>

        """
    }
}

extension PublicKit {
    /// Name of the campaign: `page.brand` of the kit's words, else the kit's title.
    func brand(in language: Language) -> String {
        pageSentence("brand", in: language) ?? kit.title
    }

    /// Description of the campaign: the sentences `page.lead` and `page.purpose`.
    func about(in language: Language) -> String {
        let sentences = ["lead", "purpose"].compactMap { pageSentence($0, in: language) }
        // A Chinese or Japanese full stop includes its space.
        return sentences.reduce("") { text, next in
            text + (text.isEmpty || text.unicodeScalars.last == "。" ? "" : " ") + next
        }
    }

    /// Sentence of the kit for the page: `page.title`, `page.lead`, `page.purpose`,
    /// `page.disclaimer` of its words; nil if the kit has none.
    func pageSentence(_ name: String, in language: Language) -> String? {
        text(ofKey: WordList.pagePrefix + name, in: language)
    }

    /// Name of a template in the gallery: `page.cards.<template>` of the kit's words.
    func label(of entry: PublicTemplate, in language: Language) -> String {
        text(ofKey: Self.cardsKey + entry.name, in: language) ?? entry.name
    }

    /// The template of that name if the gallery has it, else the first.
    func shown(_ name: String?) -> PublicTemplate {
        let gallery = gallery
        let found = name.flatMap { name in gallery.first { isSameName($0.name, name) } }
        guard let shown = found ?? gallery.first ?? templates.first else {
            preconditionFailure("a kit has a template")
        }
        return shown
    }

    /// Templates on the page: those of `page.cards` in the words of the kit's first language, in that
    /// order, then the others.
    var gallery: [PublicTemplate] {
        let keys = wordKeys
        let order = keys.filter { $0.utf8.starts(with: Self.cardsKey.utf8) }
            .map { $0.dropFirst(Self.cardsKey.utf8.count) }
        let first = order.compactMap { template(String($0)) }
        let rest = templates.filter { entry in
            !first.contains { $0.name == entry.name }
        }
        return (first + rest).filter(\.isForThePublic)
    }

    private static var cardsKey: String { WordList.pagePrefix + "cards." }
}

extension PublicTemplate {
    /// True if all required parameters are public.
    fileprivate var isForThePublic: Bool {
        template.parameters.allSatisfy { !$0.isRequired || parameter($0.name) != nil }
    }
}
