import BlueHeartAddresses
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartWords

/// The card on the page with its words, links and downloads.
struct PageResult {
    let choice: PageChoice
    let words: PageWords
    let outcome: StartPage.Outcome
    /// `https://cards.example.org`, without a slash at the end.
    let site: String

    var html: HTML {
        switch outcome {
        case .card(let answer): section(stage(answer), answer)
        case .problem(let problem): section(stage(problem), nil)
        }
    }

    private func section(_ top: HTML, _ answer: CachedCard?) -> HTML {
        """
        <section class="panel result" id="card" aria-labelledby="card-title" tabindex="-1">
        <h2 id="card-title">\(words["page.card"])</h2>
        \(top)\(answer.map(wordsBeside))</section>

        """
    }

    private func stage(_ problem: Problem) -> HTML {
        let faults = PageFaults(problem, choice: choice, words: words)
        return """
            <div class="stage">
            <p class="wrong">\(words["page.notMade"])</p>
            \(faults.all.map { "<p>\($0)</p>\n" as HTML })</div>

            """
    }

    /// The picture in the width and shape in which the network shows it on a phone.
    private func stage(_ answer: CachedCard) -> HTML {
        let placement = choice.placement
        let width = min(placement.displayWidth ?? 360, Double(placement.widthInPixels), 400)
        let height = width * Double(placement.heightInPixels) / Double(placement.widthInPixels)
        let shape: HTML = placement.isCircular ? " circle" : ""
        return """
            <figure class="stage"><div class="phone\(shape)"><img \
            src="\(choice.card.pictureAddress)" width="\(Int(width.rounded()))" \
            height="\(Int(height.rounded()))" alt="\(answer.record.words.alt)" \
            lang="\(choice.language.tag)"></div>
            <figcaption class="facts">\(figure) · \(placement.widthInPixels)\u{A0}×\u{A0}\
            \(placement.heightInPixels) · \(answer.record.format.name) · \
            \(kilobytes(answer.record.byteCount))\u{A0}kB</figcaption></figure>

            """
    }

    private var figure: String {
        words.filled("page.pictureOf", [("network", words.title(of: choice.network))])
    }

    private func kilobytes(_ bytes: Int) -> Int { max(1, (bytes + 500) / 1_000) }

    private func wordsBeside(_ answer: CachedCard) -> HTML {
        """
        <div class="words">
        \(framing)\(choice.missing.isEmpty ? download(answer) : example)\
        \(alt(answer))\(caption(answer))\
        \(choice.missing.isEmpty ? links(answer) : nil)\(html(answer))</div>

        """
    }

    /// Note in place of the downloads of a card with example values.
    private var example: HTML {
        "<p>\(words["page.example"])</p>\n"
    }

    private func download(_ answer: CachedCard) -> HTML {
        """
        <div class="row"><a class="button main" id="download" \
        download="\(fileName(answer).text)" \
        href="\(choice.card.pictureAddress)&download">\(words["page.download"])</a>
        <button type="button" class="scripted" id="share" hidden>\(words["page.share"])</button>
        <a class="button" id="all-sizes" \
        download="\(archiveName(answer).text)" href="\(choice.card.dropAddress)">\
        \(words["page.allSizes"])</a></div>
        <p class="help scripted" id="in-app" hidden>\(words["page.inApp"])</p>

        """
    }

    private func fileName(_ answer: CachedCard) -> FileName {
        FileName(
            choice.card, title: answer.record.words.title,
            ending: ".\(choice.card.format.fileExtension)")
    }

    private func archiveName(_ answer: CachedCard) -> FileName {
        FileName(
            archiveOf: choice.card, title: answer.record.words.title, ending: ".zip")
    }

    private func alt(_ answer: CachedCard) -> HTML {
        """
        <section aria-labelledby="alt-title"><h3 id="alt-title">\(words["page.alt"])</h3>
        <p class="quote" id="alt" tabindex="0" role="group" aria-labelledby="alt-title">\(answer.record.words.alt)</p>
        <div class="row">\(copy("alt", "page.copyAlt"))\
        \(count(answer.record.words.alt.count, of: choice.network.altLimit?.value))</div>
        <p class="help">\(words["page.altHelp"])</p></section>

        """
    }

    func copy(_ id: String, _ key: String) -> HTML {
        """
        <button type="button" class="small scripted" data-copy="\(id)">\
        \(words[key])</button>
        """
    }

    func count(_ count: Int, of limit: Int?) -> HTML {
        let count = words.number(count)
        let text =
            if let limit {
                words.filled("page.count", [("count", count), ("limit", words.number(limit))])
            } else {
                words.filled("page.countOnly", [("count", count)])
            }
        return "<span class=\"count\">\(text)</span>"
    }
}
