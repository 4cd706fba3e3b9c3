import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
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
            path: request.uri.path, query: try request.query(),
            isPersonal: asked.question.isPersonal)
        var headers = cacheHeaders(asked, file)
        let isDownload = try request.isDownload()
        if request.hasAlready(tag(asked.question, file)) {
            return Response(status: .notModified, headers: headers)
        }
        let answer = try await answer(asked.question, context)
        // Only now is it known that there is a card at all.
        if request.hasAnything { return Response(status: .notModified, headers: headers) }
        describe(answer, asked.question, file, isDownload: isDownload, &headers)
        let body = try body(of: file, answer, asked.question)
        let response = Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func read(
        _ request: Request, _ context: CardContext
    ) throws(Problem) -> (CardFile, QuestionReader.Outcome) {
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
            if case .card(let fault) = error, fault.kind != .data {
                // Diagnostics hold no more of a caller's words than what our own log may know:
                // the code is told, the sentence is not.
                context.logger.error(
                    "card", metadata: ["codes": "\(fault.diagnostics.map(\.code))"])
            }
            throw Problem(error, question)
        }
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
