import Addresses
import Diagnostics
import Languages
import Markup
import Templates

/// What every page has around its own: head, choice of language, foot.
struct PageShell: Sendable {
    let site: PageSite
    let words: PageWords
    let kit: KitEntry

    /// What a page brings along.
    struct Content {
        var title: String
        /// Goes into the head: what other sites show of the page.
        var about: HTML = ""
        /// Where the form that changes the language leads, and what it takes along.
        var action: String
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
        <button class="small">\(words["page.show"])</button>
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

extension KitEntry {
    /// The campaign's name: `page.brand` of the kit's words, else the kit's title.
    func brand(in language: Language) -> String {
        pageSentence("brand", in: language) ?? kit.title
    }

    /// What the campaign is, in the sentences `page.lead` and `page.purpose`.
    func about(in language: Language) -> String {
        let sentences = ["lead", "purpose"].compactMap { pageSentence($0, in: language) }
        // A full stop of Chinese or Japanese has its space inside.
        return sentences.reduce("") { text, next in
            text + (text.isEmpty || text.unicodeScalars.last == "。" ? "" : " ") + next
        }
    }

    /// What a kit says on the page, where it says it: `page.title`, `page.lead`, `page.purpose`,
    /// `page.disclaimer` of its words.
    func pageSentence(_ name: String, in language: Language) -> String? {
        words[language.tag]?["page.\(name)"]?.text
    }

    /// What the kit calls a template where people choose: `page.cards.<template>` of its words.
    func label(of entry: TemplateEntry, in language: Language) -> String {
        words[language.tag]?[Self.cardsKey + entry.template.name]?.text ?? entry.template.name
    }

    /// The template of that name where the page shows it, else the first.
    func shown(_ name: String?) -> TemplateEntry {
        let gallery = gallery
        let found = name.flatMap { name in gallery.first { isSameName($0.template.name, name) } }
        guard let shown = found ?? gallery.first ?? templates.first else {
            preconditionFailure("a kit has a template")
        }
        return shown
    }

    /// The templates that the page shows.
    ///
    /// They stand in the order of `page.cards` in the words of the kit's own language, then the
    /// others.
    var gallery: [TemplateEntry] {
        let keys = words[kit.languages[0].language.tag]?.keys ?? []
        let order = keys.filter { $0.utf8.starts(with: Self.cardsKey.utf8) }
            .map { $0.dropFirst(Self.cardsKey.utf8.count) }
        let first = order.compactMap { template(String($0)) }
        let rest = templates.filter { entry in
            !first.contains { $0.template.name == entry.template.name }
        }
        return (first + rest).filter(\.isForStrangers)
    }

    private static var cardsKey: String { "page.cards." }
}

extension TemplateEntry {
    /// Whether a stranger can fill in all that it needs.
    fileprivate var isForStrangers: Bool {
        template.parameters.allSatisfy { !$0.isRequired || parameter($0.name) != nil }
    }
}
