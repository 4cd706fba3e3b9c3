import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import Markup

/// What people see where a program gets problem+json: at an address that leads nowhere, where a
/// form sent what is no photograph, and where the server asks them to come back later.
struct ProblemPage {
    let site: PageSite

    /// nil where a program asks: it does not name HTML, or gets something below `/v1/` for which
    /// it need not wait.
    func response(to request: Request, _ problem: Problem) -> Response? {
        guard isForPeople(request, problem) else { return nil }
        let words = site.words(in: language(of: request))
        let shell = PageShell(site: site, words: words, kit: site.catalog.kits[0])
        let sentence = words[PageFaults.kind(of: problem).map { "fault.\($0)" } ?? "page.notMade"]
        let content = PageShell.Content(
            title: sentence, action: "/", kept: [], scripts: [], main: main(sentence, words))
        var page = Response.page(
            shell.page(content), language: words.language.tag, status: problem.status)
        page.headers.append(contentsOf: problem.headers)
        page.headers[.cacheControl] = "no-store"
        page.headers[.vary] = "Accept, Accept-Language"
        return request.method == .head ? page.createHeadResponse() : page
    }

    /// The one the page was in, whatever else may be wrong with the address.
    private func language(of request: Request) -> Language {
        let chosen = request.uri.queryParameters["lang"].map(String.init) ?? ""
        return site.languages.first { isSameName($0.tag, chosen) }
            ?? preferredLanguage(request.headers[.acceptLanguage], of: site.languages)
    }

    /// Pictures and archives are links on the page, and who follows one may have to wait.
    private func isForPeople(_ request: Request, _ problem: Problem) -> Bool {
        guard request.headers[.accept]?.contains("text/html") == true else { return false }
        return request.method == .post || problem.headers[.retryAfter] != nil
            || !request.uri.path.utf8.starts(with: "/v1/".utf8)
    }

    private func main(_ sentence: String, _ words: PageWords) -> HTML {
        """
        <div class="wide lead" id="card" tabindex="-1"><h1>\(sentence)</h1>
        <p><a class="button main" href="/?lang=\(words.language.tag)">\(words["page.home"])</a></p>
        </div>

        """
    }
}
