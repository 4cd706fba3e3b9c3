import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartMarkup
import HTTPTypes
import Hummingbird

/// HTML page in place of problem+json, for people: after a wrong address, after a form with a file
/// that is not a photograph, and when the server is busy.
struct ProblemPage {
    let site: PageSite

    /// nil for a client that does not accept HTML by name, and for a document that is not to be
    /// tried again.
    func response(
        to request: Request, _ problem: Problem, on route: RouteFacts
    ) -> Response? {
        guard isForPeople(request, problem, route) else { return nil }
        let words = site.words(in: language(of: request))
        let shell = PageShell(site: site, words: words, kit: site.catalog.kits[0])
        let sentence = words.naming(
            formatsIn: PageFaults.kind(of: problem).map { "fault.\($0)" } ?? "page.notMade")
        let content = PageShell.Content(
            title: sentence, action: "/", kept: [], scripts: [], main: main(sentence, words))
        var page = Response.page(
            shell.page(content), language: words.language.tag, status: problem.status)
        page.headers.append(contentsOf: problem.headers)
        page.headers[.cacheControl] = "no-store"
        page.headers[.vary] = "Accept, Accept-Language"
        return request.method == .head ? page.createHeadResponse() : page
    }

    /// Language of the page that led to the request.
    private func language(of request: Request) -> Language {
        let chosen = request.uri.queryParameters["lang"].map(String.init) ?? ""
        return site.languages.first { isSameName($0.tag, chosen) }
            ?? preferredLanguage(request.headers[.acceptLanguage], of: site.languages)
    }

    /// The page links pictures and archives and posts forms: people see the errors of those too.
    private func isForPeople(
        _ request: Request, _ problem: Problem, _ route: RouteFacts
    ) -> Bool {
        guard request.headers[.accept]?.contains("text/html") == true else { return false }
        return request.method == .post || problem.headers[.retryAfter] != nil
            || route.errors == .pages
    }

    private func main(_ sentence: String, _ words: PageWords) -> HTML {
        """
        <div class="wide lead" id="card" tabindex="-1"><h1>\(sentence)</h1>
        <p><a class="button main" href="/?lang=\(words.language.tag)">\(words["page.home"])</a></p>
        </div>

        """
    }
}
