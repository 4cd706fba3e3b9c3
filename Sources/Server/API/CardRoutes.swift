import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Scenes
import Words

/// `/v1/cards/{kit}/{template}/{placement}…`: pictures and their sidecars.
struct CardRoutes: Sendable {
    let reader: QuestionReader
    let renderer: CardRenderer
    let connections: ConnectionList
    let rule: SignatureRule
    let uploads: UploadGate

    var routes: [Route] {
        let card = RouteFacts.api(
            "/v1/cards/{kit}/{template}/{file}",
            query: .parametersAnd(TemplateEntry.reservedNames), caching: .hour)
        let posted = RouteFacts.api(
            "/v1/cards", query: .only(AddressSigner.names), caching: .never)
        return [
            Route(card, [.get: self.card, .head: self.card]), Route(posted, [.post: post]),
        ]
    }

    @Sendable
    private func card(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (file, asked) = try read(request, context)
        try rule.check(
            path: request.uri.path, query: asked.query, isPersonal: asked.question.isPersonal)
        let tag = tag(asked.question, file)
        var headers = cacheHeaders(asked, tag: tag)
        let isDownload = try asked.query.isDownload()
        if request.hasTag(tag) {
            return Response(status: .notModified, headers: headers)
        }
        let outline = try await outline(request, asked.question, context)
        // Only now is it known that there is a card at all.
        if request.hasAnyTag { return Response(status: .notModified, headers: headers) }
        describe(
            asked.question, file, title: outline.title, isDownload: isDownload, &headers)
        guard let answer = outline.answer else { return .head(headers) }
        let body = try body(of: file, answer, asked.question)
        let response = Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The card; for `HEAD` of a card that is not cached its title alone, for which the card is laid
    /// out and not rasterized.
    private func outline(
        _ request: Request, _ question: CardQuestion, _ context: ServerContext
    ) async throws(Problem) -> (title: String, answer: CardAnswer?) {
        if request.method == .head, renderer.cached(question) == nil {
            return (try await layOut([question], context)[0].title, nil)
        }
        let answer = try await answer(question, context)
        return (answer.record.words.title, answer)
    }

    private func read(
        _ request: Request, _ context: ServerContext
    ) throws(Problem) -> (CardFile, QuestionReader.Outcome<CardQuestion>) {
        guard let kit = context.parameters.get("kit"),
            let template = context.parameters.get("template"),
            let file = context.parameters.get("file").flatMap({ CardFile($0) })
        else { throw Problem.nothingHere }
        let wishes = QuestionReader.Wishes(
            formats: request.headers[.accept], languages: request.headers[.acceptLanguage])
        let asked = try reader.read(
            kit: kit, template: template, file: file, query: try request.query(), wishes: wishes)
        if case .caption(let network) = file.part { _ = try self.network(network) }
        return (file, asked)
    }

    func answer(
        _ question: CardQuestion, _ context: ServerContext
    ) async throws(Problem) -> CardAnswer {
        do throws(CardRenderer.Fault) {
            return try await renderer.card(
                question, for: connections.connection(of: context.channel))
        } catch {
            let problem = Problem(error, question)
            if problem.status == .internalServerError { note(error, context) }
            throw problem
        }
    }

    /// Logs the codes of a fault of the kit; their sentences can hold words of the caller.
    func note(_ fault: CardRenderer.Fault, _ context: ServerContext) {
        guard case .card(let error) = fault, error.kind != .data else { return }
        context.logger.error("card", metadata: ["codes": "\(error.diagnostics.map(\.code))"])
    }
}

extension Response {
    /// Response to `HEAD` whose length is not known yet.
    static func head(_ headers: HTTPFields) -> Response {
        Response(status: .ok, headers: headers, body: ResponseBody { try await $0.finish(nil) })
    }
}

extension Problem {
    init(_ fault: CardRenderer.Fault, _ question: CardQuestion) {
        switch fault {
        case .card(let error): self.init(error, question)
        case .queueFull, .clientGone: self = .tooBusy
        }
    }

    static var tooBusy: Problem {
        var problem = Problem(
            .serviceUnavailable, "server-busy", "too many cards are being made; try again soon")
        problem.headers[.retryAfter] = "2"
        return problem
    }
}
