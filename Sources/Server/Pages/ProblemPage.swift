import Addresses
import HTTPTypes
import Hummingbird
import Languages
import Markup

/// What people see where a program gets problem+json: at an address that leads nowhere, and where
/// a form sent what is no photograph.
struct ProblemPage {
    let site: PageSite

    /// nil where a program asks: it does not name HTML, or gets something below `/v1/`.
    func response(to request: Request, _ problem: Problem) -> Response? {
        let isForPeople =
            request.headers[.accept]?.contains("text/html") == true
            && (request.method == .post || !request.uri.path.utf8.starts(with: "/v1/".utf8))
        guard isForPeople else { return nil }
        let wishes = request.headers[.acceptLanguage]
        let words = site.words(in: preferredLanguage(wishes, of: site.languages))
        let shell = PageShell(site: site, words: words, kit: site.catalog.kits[0])
        let sentence = words[PageFaults.kind(of: problem).map { "fault.\($0)" } ?? "page.notMade"]
        let content = PageShell.Content(
            title: sentence, action: "/", kept: [], scripts: [], main: main(sentence, words))
        let page = Response.page(
            shell.page(content), language: words.language.tag, status: problem.status)
        return request.method == .head ? page.createHeadResponse() : page
    }

    private func main(_ sentence: String, _ words: PageWords) -> HTML {
        """
        <div class="wide lead" id="card" tabindex="-1"><h1>\(sentence)</h1>
        <p><a class="button main" href="/?lang=\(words.language.tag)">\(words["page.home"])</a></p>
        </div>

        """
    }
}
