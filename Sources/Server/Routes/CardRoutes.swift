import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Scenes
import Words

/// `/v1/cards/{kit}/{template}/{placement}…`: pictures and the words beside them.
struct CardRoutes: Sendable {
    let reader: QuestionReader
    let maker: CardMaker
    let connections: ConnectionList
    let rule: SignatureRule
    let uploads: UploadGate

    func add(to router: Router<CardContext>) {
        router.serve("/v1/cards/:kit/:template/:file", [.get: card, .head: card])
        router.serve("/v1/cards", [.post: post])
    }

    @Sendable
    private func card(_ request: Request, _ context: CardContext) async throws -> Response {
        let (file, asked) = try read(request, context)
        try rule.check(
            path: request.uri.path, query: asked.query, isPersonal: asked.question.isPersonal)
        let tag = tag(asked.question, file)
        var headers = cacheHeaders(asked, tag: tag)
        let isDownload = try asked.query.isDownload()
        if request.hasAlready(tag) {
            return Response(status: .notModified, headers: headers)
        }
        let outline = try await outline(request, asked.question, context)
        // Only now is it known that there is a card at all.
        if request.hasAnything { return Response(status: .notModified, headers: headers) }
        describe(
            asked.question, file, title: outline.title, isDownload: isDownload, &headers)
        guard let answer = outline.answer else { return .head(headers) }
        let body = try body(of: file, answer, asked.question)
        let response = Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The card; or, for `HEAD` where it is not there yet, its title alone: it is then laid out and
    /// not painted.
    private func outline(
        _ request: Request, _ question: CardQuestion, _ context: CardContext
    ) async throws(Problem) -> (title: String, answer: CardAnswer?) {
        if request.method == .head, maker.kept(question) == nil {
            return (try await rehearse([question], context)[0].title, nil)
        }
        let answer = try await answer(question, context)
        return (answer.record.words.title, answer)
    }

    private func read(
        _ request: Request, _ context: CardContext
    ) throws(Problem) -> (CardFile, QuestionReader.Outcome<CardQuestion>) {
        guard let kit = context.parameters.get("kit"),
            let template = context.parameters.get("template"),
            let file = context.parameters.get("file").flatMap({ CardFile($0) })
        else { throw Problem.notFound("not-found", "there is nothing at this address") }
        let wishes = QuestionReader.Wishes(
            formats: request.headers[.accept], languages: request.headers[.acceptLanguage])
        let asked = try reader.read(
            kit: kit, template: template, file: file, query: try request.query(), wishes: wishes)
        if case .caption(let network) = file.content { _ = try self.network(network) }
        return (file, asked)
    }

    func answer(
        _ question: CardQuestion, _ context: CardContext
    ) async throws(Problem) -> CardAnswer {
        do throws(CardMaker.Fault) {
            return try await maker.card(
                question, for: connections.connection(of: context.channel))
        } catch {
            let problem = Problem(error, question)
            if problem.status == .internalServerError { note(error, context) }
            throw problem
        }
    }

    /// Diagnostics hold no more of a caller's words than what our own log may know: the code is
    /// told, the sentence is not.
    func note(_ fault: CardMaker.Fault, _ context: CardContext) {
        guard case .card(let error) = fault, error.kind != .data else { return }
        context.logger.error("card", metadata: ["codes": "\(error.diagnostics.map(\.code))"])
    }
}

extension Response {
    /// An answer to `HEAD` whose length nobody knows yet.
    static func head(_ headers: HTTPFields) -> Response {
        Response(status: .ok, headers: headers, body: ResponseBody { try await $0.finish(nil) })
    }
}

extension Problem {
    init(_ fault: CardMaker.Fault, _ question: CardQuestion) {
        switch fault {
        case .card(let error): self.init(error, question)
        case .full, .gone: self = .tooBusy
        }
    }

    static var tooBusy: Problem {
        var problem = Problem(
            .serviceUnavailable, "server-busy", "too many cards are being made; try again soon")
        problem.headers[.retryAfter] = "2"
        return problem
    }
}
