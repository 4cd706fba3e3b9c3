import BlueHeartAddresses
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartWords
import HTTPTypes
import Hummingbird

/// Pages for people: `/`, `/frame`, and the page of each card.
struct PageRoutes: Sendable {
    let site: PageSite
    let connections: ConnectionList

    var routes: [Route] {
        [
            Route(.page("/"), [.get: start]),
            Route(.page("/frame"), [.get: frame]),
            Route(.page("/s/{kit}/{template}"), [.get: share]),
            Route(.page("/manifest.webmanifest"), [.get: manifest]),
        ] + site.files.routes
    }

    @Sendable
    private func start(_ request: Request, _ context: ServerContext) async throws -> Response {
        let choice = try choice(request, Query(), in: site.offer)
        let outcome = await make(choice, request, context)
        let words = site.words(in: choice.language)
        let page = StartPage(
            choice: choice, catalog: site.offer, words: words, outcome: outcome,
            site: site.address.address(for: request, context),
            leadsToFrames: site.hasFrames(of: choice.kit))
        let shell = PageShell(site: site, words: words, kit: choice.kit)
        return .page(
            shell.page(page.content), language: choice.language.tag,
            isPersonal: choice.card.isPersonal)
    }

    @Sendable
    private func frame(_ request: Request, _ context: ServerContext) async throws -> Response {
        let choice = try choice(request, Query())
        let words = site.words(in: choice.language)
        let frames = FramePage.frames(of: choice.kit, in: site.catalog)
        guard let first = frames.first else {
            throw Problem.notFound("not-found", "the kit has no frame for a photograph")
        }
        let page = FramePage(
            kit: choice.kit, catalog: site.catalog, words: words,
            takesPhotos: site.rule.signatures == .optional,
            after: try await wordsAfterFraming(first, request, context))
        let content = PageShell.Content(
            title: words["frame.title"],
            about: PageHead(
                choice, title: words["frame.title"],
                path: "/frame?lang=\(choice.language.tag)",
                site: site.address.address(for: request, context), catalog: site.catalog
            ).html,
            action: "/frame",
            kept: [Query.Pair("kit", choice.kit.name)],
            scripts: ["page.js", "photos.js", "frame.js"],
            main: page.main(frames))
        let shell = PageShell(site: site, words: words, kit: choice.kit)
        return .page(shell.page(content), language: choice.language.tag)
    }

    @Sendable
    private func manifest(_ request: Request, _ context: ServerContext) async throws -> Response {
        let choice = try choice(request, Query())
        let manifest = PageManifest(
            kit: choice.kit, language: choice.language,
            icon: site.files.address(of: "icon.svg"))
        var response = Response.json(
            manifest.json, to: request, vary: "Accept-Language", language: choice.language.tag)
        if response.status == .ok {
            response.headers[.contentType] = "application/manifest+json"
        }
        return response
    }

    @Sendable
    private func share(_ request: Request, _ context: ServerContext) async throws -> Response {
        let names = Query([
            Query.Pair("kit", context.parameters.get("kit") ?? ""),
            Query.Pair("template", context.parameters.get("template") ?? ""),
        ])
        let choice = try choice(request, names)
        guard names["kit"] == choice.kit.name,
            names["template"] == choice.template.name
        else { throw Problem.notFound("not-found", "there is no such card") }
        let preview = choice.linkPreview(in: site.catalog)
        let answer = try await make(preview, request, context).card()
        let words = site.words(in: choice.language)
        let address = site.address.address(for: request, context)
        let page = SharePage(
            choice: choice, preview: preview, words: words, answer: answer, site: address,
            head: PageHead(
                choice, title: answer.record.words.title, path: choice.shareAddress,
                site: address, catalog: site.catalog))
        let content = PageShell.Content(
            title: answer.record.words.title, about: page.about, action: request.uri.path,
            kept: choice.query.without("kit", "template", "lang").pairs, scripts: [],
            main: page.main)
        let shell = PageShell(site: site, words: words, kit: choice.kit)
        return .page(
            shell.page(content), language: choice.language.tag, isPersonal: preview.isPersonal)
    }
}

extension PageRoutes {
    /// Words beside a framed photograph: those of the frame's own card; nil if it cannot be made.
    private func wordsAfterFraming(
        _ frame: FramePage.Frame, _ request: Request, _ context: ServerContext
    ) async throws(Problem) -> HTML? {
        let choice = try choice(request, Query([Query.Pair("template", frame.template.name)]))
        let outcome = await make(choice, request, context)
        guard case .card(let answer) = outcome else { return nil }
        return PageResult(
            choice: choice, words: site.words(in: choice.language), outcome: outcome,
            site: site.address.address(for: request, context)
        ).afterFraming(answer)
    }

    /// - Parameter catalog: nil for all there is.
    private func choice(
        _ request: Request, _ more: Query, in catalog: PublicCatalog? = nil
    ) throws(Problem) -> PageChoice {
        PageChoice(
            Query(more.pairs + (try request.query()).pairs),
            wishes: request.headers[.acceptLanguage], in: catalog ?? site.catalog,
            languages: site.languages)
    }

    /// The card of a choice, or what is wrong with it.
    private func make(
        _ choice: PageChoice, _ request: Request, _ context: ServerContext
    ) async -> StartPage.Outcome {
        await make(choice.card, request, context)
    }

    private func make(
        _ card: PublicCardRequest, _ request: Request, _ context: ServerContext
    ) async -> StartPage.Outcome {
        do throws(Problem) {
            try site.rule.check(
                path: request.uri.path, query: try request.query(),
                card.words)
        } catch { return .problem(error) }
        do throws(CardRenderer.Fault) {
            let connection = connections.connection(of: context.channel)
            return .card(try await site.renderer.card(card, for: connection))
        } catch {
            return .problem(Problem(error, card))
        }
    }
}
