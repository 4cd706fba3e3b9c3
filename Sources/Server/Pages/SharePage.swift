import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartWords

/// Page of one card, `/s/{kit}/{template}?…`, with the tags for link previews.
struct SharePage {
    let choice: PageChoice
    /// The card in the size of link previews.
    let preview: PublicCardRequest
    let words: PageWords
    /// The rendered preview; its words are those of all sizes.
    let answer: CachedCard
    let site: String

    let head: PageHead

    /// Tags that other sites read.
    var about: HTML {
        """
        <meta name="robots" content="noindex">
        <meta name="description" content="\(answer.record.words.alt)">
        \(head.common)<meta property="og:url" content="\(site)\(choice.shareAddress)">
        \(CardHTML([(answer.record, site + preview.pictureAddress)]).head)

        """
    }

    var main: HTML {
        """
        <div class="wide shared" id="card" tabindex="-1">
        <p class="panel"><img src="\(choice.card.pictureAddress)" \
        alt="\(answer.record.words.alt)" width="\(choice.placement.widthInPixels)" \
        height="\(choice.placement.heightInPixels)"></p>
        <div class="lead"><h1>\(answer.record.words.title)</h1>
        <p>\(choice.kit.about(in: choice.language))</p>
        <p><a class="button main" href="/?\(choice.emptyQuery.canonical)">\
        \(words["page.makeOwn"])</a></p>
        </div></div>

        """
    }
}

extension PageChoice {
    /// Path and query of the card's page.
    var shareAddress: String {
        let query = query.without("kit", "template")
        return "/s/\(kit.name)/\(template.name)?\(query.canonical)"
    }

    /// The card in the size of link previews if its template has it.
    func linkPreview(in catalog: PublicCatalog) -> PublicCardRequest {
        let hasPreview = template.template.placements.contains { isSameName($0, "og") }
        guard hasPreview, let placement = catalog.placements["og"] else { return card }
        return PublicCardRequest(
            kit: kit, template: template, placement: placement, language: language,
            format: placement.formats[0], values: shownValues)
    }
}
