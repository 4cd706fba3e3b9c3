import Hummingbird
import Languages
import Markup
import Templates

/// `/`: the supporters' page.
struct PageRoutes: Sendable {
    let reader: QuestionReader
    let files: StaticFiles

    func add(to router: Router<CardContext>) {
        router.serve("/", [.get: start])
        files.add(to: router)
    }

    @Sendable
    private func start(_ request: Request, _ context: CardContext) async throws -> Response {
        let kit = reader.catalog.kits[0]
        let language = preferredLanguage(
            request.headers[.acceptLanguage], of: kit.kit.languages.map(\.language))
        let items = kit.templates.map { entry -> HTML in
            let title = kit.text(entry.template.title, in: language) ?? entry.template.name
            let address = "/v1/kits/\(kit.kit.name)/templates/\(entry.template.name)"
            return "<li><a href=\"\(address)\">\(title)</a></li>\n"
        }
        let html: HTML = """
            <!doctype html>
            <html lang="\(language.tag)">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(kit.kit.title)</title>
            <h1>\(kit.kit.title)</h1>
            <ul>\(items)</ul>
            </html>

            """
        return .page(html, language: language.tag)
    }
}
