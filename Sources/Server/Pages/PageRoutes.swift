import Hummingbird
import Languages
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
        let items = kit.templates.map { entry in
            let name = escapedForHTML(entry.template.name)
            let title = escapedForHTML(kit.text(entry.template.title, in: language) ?? "")
            return "<li><a href=\"/v1/kits/\(kit.kit.name)/templates/\(name)\">\(title)</a></li>"
        }
        let html = """
            <!doctype html>
            <html lang="\(language.tag)">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(escapedForHTML(kit.kit.title))</title>
            <h1>\(escapedForHTML(kit.kit.title))</h1>
            <ul>\(items.joined(separator: "\n"))</ul>
            </html>

            """
        return .page(html, language: language.tag)
    }
}
