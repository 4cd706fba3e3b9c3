import Addresses
import Markup
import Scenes
import Templates
import Words

/// One card's own page, `/s/{kit}/{template}?…`: a link to it shows the card wherever it is pasted.
struct SharePage {
    let choice: PageChoice
    let words: PageWords
    let answer: CardAnswer
    let site: String

    /// What other sites read of the page.
    var about: HTML {
        """
        <meta name="robots" content="noindex">
        <meta name="description" content="\(answer.record.words.alt)">
        <meta property="og:type" content="website">
        <meta property="og:url" content="\(site)\(choice.shareAddress)">
        \(CardHTML([(answer.record, site + choice.question.pictureAddress)]).head)

        """
    }

    var main: HTML {
        """
        <div class="wide lead" id="card"><h1>\(answer.record.words.title)</h1>
        <p><img src="\(choice.question.pictureAddress)" alt="\(answer.record.words.alt)" \
        width="\(answer.record.widthInPixels)" height="\(answer.record.heightInPixels)"></p>
        <p><a class="button main" href="/?\(choice.query.canonical)">\(words["page.home"])</a></p>
        </div>

        """
    }
}

extension PageChoice {
    /// The card's own page, from its `/`.
    var shareAddress: String {
        let query = query.without("kit", "template")
        return "/s/\(kit.kit.name)/\(template.template.name)?\(query.canonical)"
    }
}
