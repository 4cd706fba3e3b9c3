import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartScenes
import BlueHeartWords
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// `/v1/cards/{kit}/{template}/{placement}…`: pictures and their sidecars.
struct CardRoutes: Sendable {
    let reader: RequestReader
    let renderer: CardRenderer
    let connections: ConnectionList
    let rule: SignatureRule
    let uploads: UploadGate

    var routes: [Route] {
        let card = RouteFacts.api(
            "/v1/cards/{kit}/{template}/{file}",
            query: .parametersAnd(PublicTemplate.reservedNames), caching: .hour)
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
            path: request.uri.path, query: asked.query, asked.request.words)
        let tag = tag(asked.request, file)
        var headers = cacheHeaders(
            asked, tag: tag, isPersonal: asked.request.isPersonal)
        let isDownload = try asked.query.isDownload()
        try request.checkIfMatch(tag)
        if request.hasTag(tag) {
            return Response(status: .notModified, headers: headers)
        }
        let outline = try await outline(request, asked.request, context)
        // Only now is it known that there is a card at all.
        if request.hasAnyTag { return Response(status: .notModified, headers: headers) }
        describe(
            asked.request, file, title: outline.title, isDownload: isDownload, &headers)
        guard let answer = outline.answer else { return .head(headers) }
        let body = try body(of: file, answer, asked.request)
        let response = Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The card; for `HEAD` of a card that is not cached its title alone, for which the card is laid
    /// out and not rasterized.
    private func outline(
        _ request: Request, _ card: PublicCardRequest, _ context: ServerContext
    ) async throws(Problem) -> (title: String, answer: CachedCard?) {
        if request.method == .head, renderer.cached(card) == nil {
            return (try await layOut([card], context)[0].title, nil)
        }
        let answer = try await answer(card, context)
        return (answer.record.words.title, answer)
    }

    private func read(
        _ request: Request, _ context: ServerContext
    ) throws(Problem) -> (CardFile, RequestReader.Outcome<PublicCardRequest>) {
        guard let kit = context.parameters.get("kit"),
            let template = context.parameters.get("template"),
            let file = context.parameters.get("file").flatMap({ CardFile($0) })
        else { throw Problem.nothingHere }
        let accepted = RequestReader.AcceptHeaders(
            formats: request.headers[.accept], languages: request.headers[.acceptLanguage])
        let asked = try reader.read(
            kit: kit, template: template, file: file, query: try request.query(), headers: accepted)
        if case .caption(let network) = file.part { _ = try self.network(network) }
        return (file, asked)
    }

    func answer(
        _ card: PublicCardRequest, _ context: ServerContext
    ) async throws(Problem) -> CachedCard {
        do throws(CardRenderer.Fault) {
            return try await renderer.card(
                card, for: connections.connection(of: context.channel))
        } catch {
            let problem = Problem(error, card)
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
    init(_ fault: CardRenderer.Fault, _ card: PublicCardRequest) {
        switch fault {
        case .card(let error): self.init(error, card)
        case .queueFull, .clientGone: self = .tooBusy
        }
    }

    static var tooBusy: Problem {
        var problem = Problem(
            .serviceUnavailable, "server-busy", "too many cards are being rendered")
        problem.headers[.retryAfter] = "2"
        return problem
    }
}
