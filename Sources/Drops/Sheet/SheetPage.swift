import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartSight

/// The parts of `sheet.html`: a page that needs only the pictures beside it.
enum SheetPage {
    /// The beginning of a page.
    ///
    /// - Parameters:
    ///   - file: the page itself.
    ///   - siblings: all pages of the sheet.
    static func start(
        kit: String, _ file: SheetFile = SheetFile(stem: "sheet"), view: SheetView = SheetView(),
        siblings: [SheetFile] = []
    ) -> HTML {
        let group = file.group.map { (group) -> HTML in ", <bdi>\(group)</bdi>" } ?? ""
        let title = [kit, file.group].compactMap { $0 }.joined(separator: ", ")
        let seen = view.sentence.map { (sentence) -> HTML in "<p>\(sentence)</p>\n" } ?? ""
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Contact sheet: \(title)</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <header>
            <h1>Contact sheet: <bdi>\(kit)</bdi>\(group)</h1>
            \(seen)\(links(to: siblings, from: file))        <form hidden>
            <label>Template <select name="template"><option value="">all</option></select></label>
            <label>Language <select name="language"><option value="">all</option></select></label>
            <label>Placement <select name="placement"><option value="">all</option></select></label>
            <button type="reset">Show all</button>
            <output aria-live="polite"></output>
            </form>
            </header>
            <main\(view.simulation == .phone ? " class=\"own-size\"" : "" as HTML)>

            """
    }

    private static func links(to siblings: [SheetFile], from file: SheetFile) -> HTML {
        guard siblings.count > 1 else { return "" }
        var items: HTML = ""
        for sibling in siblings {
            let here: HTML = sibling == file ? " aria-current=\"page\"" : ""
            let address = Address.path(sibling.stem + ".html")
            items += "<li><a href=\"\(address)\"\(here)>\(sibling.group ?? "all")</a></li>\n"
        }
        return "<nav aria-label=\"Pages\"><ul>\n\(items)</ul></nav>\n"
    }

    static func card(_ card: SheetCard) -> HTML {
        let (file, shown) = (Address.path(card.picture), Address.path(card.shown.path))
        let row = card.row.map { ", row \($0)" } ?? ""
        let long = card.longAlt.map { (long) -> HTML in
            "<dt>Long alt text</dt><dd\(words(card))>\(long)</dd>\n"
        }
        return """
            <article data-template="\(card.template)" \
            data-language="\(card.language)" \
            data-placement="\(card.placement)">
            <a href="\(file)"><img src="\(shown)" width="\(card.shown.width)" \
            height="\(card.shown.height)" loading="lazy" decoding="async" \
            alt="\(card.alt)"\(words(card))></a>
            <h2><bdi>\(card.template)</bdi>, \(card.language), \
            \(card.placement)\(row)</h2>
            <p>\(card.width) × \(card.height) px, \(kilobytes(card.byteCount)) kB</p>
            <dl>
            <dt>Alt text</dt><dd\(words(card))>\(card.alt)</dd>
            \(long)<dt>Caption</dt><dd\(words(card))>\(card.caption)</dd>
            </dl>
            </article>

            """
    }

    static func end(count: Int) -> HTML {
        let none: HTML = count == 0 ? "<p>The manifest lists no cards.</p>\n" : ""
        return """
            \(none)</main>
            <script>
            \(script)
            </script>
            </body>
            </html>

            """
    }

    /// The card's texts as HTML, with their language and direction.
    private static func words(_ card: SheetCard) -> HTML {
        let direction = card.isRightToLeft ? "rtl" : "ltr"
        return " lang=\"\(card.language)\" dir=\"\(direction)\""
    }

    private static func kilobytes(_ bytes: Int) -> Int { max(1, (bytes + 500) / 1_000) }
}

private let style: HTML = """
    :root { --paper: #f4f6f8; --card: #fff; --ink: #10243a; --soft: #4a6078; --line: #d5dde5;
      --accent: #0b5ca8 }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #0d1620; --card: #16222e; --ink: #e9f0f6; --soft: #a9bccd; --line: #2b3b4a;
        --accent: #7cc0f4 }
    }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, sans-serif }
    header { position: sticky; top: 0; z-index: 1; padding: 16px 24px; background: var(--paper);
      border-bottom: 1px solid var(--line) }
    h1 { margin: 0 0 8px; font-size: 20px }
    form { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center }
    form[hidden] { display: none }
    select, button { font: inherit; color: inherit; background: var(--card);
      border: 1px solid var(--soft); border-radius: 6px; padding: 4px 10px }
    output { color: var(--soft) }
    main { display: grid; gap: 24px; padding: 24px;
      grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr)) }
    article { display: flex; flex-direction: column; min-width: 0; padding: 16px;
      background: var(--card); border: 1px solid var(--line); border-radius: 10px }
    article[hidden] { display: none }
    article a { display: flex; align-items: center; justify-content: center; height: 260px }
    img { display: block; max-width: 100%; max-height: 100%; height: auto;
      box-shadow: 0 0 0 1px var(--line) }
    main:not(.own-size) img { width: auto }
    a:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid var(--accent);
      outline-offset: 2px }
    nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 10px; padding: 0;
      list-style: none; font-size: 14px }
    nav a { color: var(--accent) }
    nav a[aria-current] { color: inherit; font-weight: 700; text-decoration: none }
    main.own-size { display: flex; flex-wrap: wrap; align-items: flex-start }
    main.own-size article { max-width: 100% }
    main.own-size article a { height: auto; justify-content: start }
    main.own-size img { max-height: none }
    main.own-size h2, main.own-size p, main.own-size dl { max-width: 392px }
    h2 { margin: 14px 0 0; font-size: 16px; overflow-wrap: anywhere }
    p { margin: 0; color: var(--soft); font-size: 14px }
    dl { margin: 10px 0 0; font-size: 14px }
    dt { color: var(--soft) }
    dd { margin: 0 0 8px; white-space: pre-line; overflow-wrap: anywhere }
    """

private let script: HTML = """
    "use strict";
    const form = document.querySelector("form");
    const cards = [...document.querySelectorAll("article")];
    const choices = [...form.querySelectorAll("select")];
    for (const choice of choices) {
      for (const value of new Set(cards.map(card => card.dataset[choice.name]))) {
        choice.append(new Option(value, value));
      }
    }
    function show() {
      let count = 0;
      for (const card of cards) {
        card.hidden = choices.some(c => c.value && c.value !== card.dataset[c.name]);
        if (!card.hidden) count += 1;
      }
      form.querySelector("output").textContent = count + " of " + cards.length + " cards";
    }
    form.addEventListener("change", show);
    form.addEventListener("reset", () => setTimeout(show));
    form.hidden = cards.length === 0;
    show();
    """
