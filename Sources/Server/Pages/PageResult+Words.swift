import BlueHeartAddresses
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartWords

extension PageResult {
    func caption(_ answer: CachedCard) -> HTML {
        let caption = caption(of: answer)
        let shortened: HTML =
            !caption.leftOut.isEmpty ? "<p class=\"help\">\(words["page.shortened"])</p>\n" : ""
        return """
            <section aria-labelledby="caption-title">
            <h3 id="caption-title">\(words["page.caption"])</h3>
            <p class="quote" id="caption" tabindex="0" role="group" \
            aria-labelledby="caption-title">\(caption.text)</p>
            <div class="row">\(copy("caption", "page.copyCaption"))\
            \(count(caption.length.count, of: caption.limit?.value))</div>
            \(shortened)<p class="help">\(captionHelp)</p></section>

            """
    }

    func caption(of answer: CachedCard) -> NetworkCaption {
        answer.record.caption(for: choice.network)
    }

    private var captionHelp: String {
        words.filled("page.captionHelp", [("network", words.title(of: choice.network))])
    }

    private func snippet(_ answer: CachedCard) -> String {
        CardHTML([(answer.record, site + choice.card.pictureAddress)]).figure.source
    }

    func html(_ answer: CachedCard) -> HTML {
        """
        <details><summary id="html-title">\(words["page.html"])</summary>
        <p class="quote" id="snippet" dir="ltr" tabindex="0" role="group" \
        aria-labelledby="html-title">\(snippet(answer))</p>
        <div class="row">\(copy("snippet", "page.copyHtml"))</div></details>

        """
    }
}

extension PageResult {
    /// Links to the networks with text filled in; only the phone's share sheet takes the picture.
    func links(_ answer: CachedCard) -> HTML {
        let share = ShareLinks(
            caption: caption(of: answer).text, page: site + choice.shareAddress,
            title: answer.record.words.title)
        return """
            <section class="to-networks" aria-labelledby="share-title">
            <h3 id="share-title">\(words["page.link"])</h3>
            <ul class="links">
            \(share.all.map(item))</ul>
            <div class="row scripted"><label for="mastodon">\(words["page.mastodonServer"])</label>
            <input type="text" id="mastodon" inputmode="url" dir="ltr" placeholder="mastodon.example" \
            autocomplete="off" autocapitalize="off" spellcheck="false">
            <button type="button" class="small" id="mastodon-open" data-text="\(share.post)">\
            \(words["page.mastodonOpen"])</button>
            <label class="tick"><input type="checkbox" id="remember">\
            \(words["page.remember"])</label></div></section>

            """
    }

    /// Caption, links and next step beside a framed photograph.
    func afterFraming(_ answer: CachedCard) -> HTML {
        """
        <div class="words scripted">\(caption(answer))\(links(answer))\
        <p><a class="button" href="/?\(choice.emptyQuery.without("template", PageChoice.placeName).canonical)">\
        \(words["page.home"])</a></p></div>

        """
    }

    /// Link to framing, for a card that is a frame for a photograph.
    var framing: HTML? {
        let takesPhoto = choice.template.parameters.contains {
            $0.kind == .image && $0.standard == nil
        }
        guard takesPhoto, choice.placement.isCircular else { return nil }
        let query = choice.emptyQuery.without("template", PageChoice.placeName).canonical
        return """
            <p><a class="button main" href="/frame?\(query)">\(words["page.framePhoto"])</a></p>

            """
    }

    private func item(_ link: ShareLinks.Link) -> HTML {
        let spoken = words.filled("page.shareOn", [("network", link.network)])
        return """
            <li><a class="button small" href="\(link.address)" target="_blank" \
            rel="noopener noreferrer" aria-label="\(spoken)">\(link.network)</a></li>

            """
    }
}
