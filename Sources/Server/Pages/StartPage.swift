import BlueHeartAddresses
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartTemplates

/// `/`: the form and the card.
struct StartPage {
    let choice: PageChoice
    let catalog: PublicCatalog
    let words: PageWords
    let outcome: Outcome
    let site: String
    let leadsToFrames: Bool

    enum Outcome {
        case card(CachedCard)
        case problem(Problem)

        func card() throws(Problem) -> CachedCard {
            switch self {
            case .card(let answer): return answer
            case .problem(let problem): throw problem
            }
        }
    }

    var content: PageShell.Content {
        PageShell.Content(
            title: choice.kit.pageSentence("title", in: choice.language) ?? choice.kit.kit.title,
            about: head, action: "/", kept: choice.query.without("lang").pairs,
            scripts: ["page.js", "site.js"],
            main: main)
    }

    private var head: HTML {
        let title = choice.kit.pageSentence("title", in: choice.language) ?? choice.kit.kit.title
        let head = PageHead(
            choice, title: title, path: "/?lang=\(choice.language.tag)", site: site,
            catalog: catalog)
        return "\(choice.card.isPersonal ? Self.noIndex : "")\(head.html)"
    }

    private static let noIndex: HTML = "<meta name=\"robots\" content=\"noindex\">\n"

    private var main: HTML {
        """
        \(lead)<form class="wide bench" id="form" method="get" action="/" autocomplete="off">
        <input type="hidden" name="kit" value="\(choice.kit.name)">
        <input type="hidden" name="lang" value="\(choice.language.tag)">
        \(form)\(result)</form>
        \(PageMessages(words: words).html)\(mini)
        """
    }

    private var lead: HTML {
        let kit = choice.kit
        let title = kit.pageSentence("title", in: choice.language) ?? kit.kit.title
        let frame: HTML? =
            leadsToFrames
            ? "<a href=\"/frame?lang=\(choice.language.tag)\">\(words["page.framePhoto"])</a>" : nil
        return """
            <div class="wide lead"><h1>\(title)</h1>
            <p>\(kit.about(in: choice.language))</p>
            <p class="ways"><a href="#card">\(words["page.seeCard"])</a> \(frame)</p></div>

            """
    }

    private var form: HTML {
        PageForm(choice: choice, catalog: catalog, words: words, faults: faults).html
    }

    private var result: HTML {
        PageResult(choice: choice, words: words, outcome: outcome, site: site).html
    }

    private var faults: PageFaults {
        guard case .problem(let problem) = outcome else { return PageFaults(words: words) }
        return PageFaults(problem, choice: choice, words: words)
    }

    /// Small copy of the card, which stays visible on a phone while somebody types.
    private var mini: HTML {
        guard case .card = outcome else { return "<div id=\"mini\" hidden></div>\n" }
        return """
            <a class="mini" id="mini" href="#card" aria-label="\(words["page.seeCard"])">\
            <img src="\(choice.card.pictureAddress)" alt="" \
            width="\(choice.placement.widthInPixels)" height="\(choice.placement.heightInPixels)">\
            </a>

            """
    }
}
