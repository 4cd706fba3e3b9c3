import Addresses
import Codecs
import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Placements
import Scenes
import Words

/// `/v1/drops/{kit}/{template}.zip`: all placements of a template with the words beside them.
struct DropRoutes: Sendable {
    let cards: CardRoutes

    func add(to router: Router<CardContext>) {
        router.serve("/v1/drops/:kit/:file", [.get: drop, .head: drop])
    }

    @Sendable
    private func drop(_ request: Request, _ context: CardContext) async throws -> Response {
        let asked = try read(request, context)
        let question = asked.question
        try cards.rule.check(
            path: request.uri.path, query: asked.query, isPersonal: question.isPersonal)
        _ = try asked.query.isDownload()
        var headers = cards.cacheHeaders(asked, tag: question.key.tag)
        if request.hasAlready(question.key.tag) {
            return Response(status: .notModified, headers: headers)
        }
        // The request itself has paid for the first.
        context.bill.add(question.cards.count - 1)
        // Once the archive has begun nobody can be told any more what is wrong.
        let title = try await cards.rehearse(question.cards, context)[0].title
        if request.hasAnything { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "application/zip"
        headers[.contentLanguage] = question.language.tag
        headers[.contentLocation] = question.location
        headers[.contentDisposition] = question.name(title: title, ending: ".zip").attachment
        guard request.method != .head else { return .head(headers) }
        return Response(status: .ok, headers: headers, body: body(question, title, context))
    }

    private func read(
        _ request: Request, _ context: CardContext
    ) throws(Problem) -> QuestionReader.Outcome<DropQuestion> {
        let file = context.parameters.get("file") ?? ""
        guard let kit = context.parameters.get("kit"),
            file.utf8.suffix(4).elementsEqual(".zip".utf8)
        else { throw Problem.notFound("not-found", "there is nothing at this address") }
        return try cards.reader.readDrop(
            kit: kit, template: String(file.dropLast(4)), query: try request.query(),
            wishes: .init(languages: request.headers[.acceptLanguage]))
    }
}

extension DropRoutes {
    /// The archive, sent as its cards are made; at most one of them is held.
    private func body(
        _ question: DropQuestion, _ title: String, _ context: CardContext
    ) -> ResponseBody {
        ResponseBody { [cards] writer in
            var archive = ZIPWriter()
            let folder = question.name(title: title, ending: "").text
            for card in question.cards {
                let answer = try await cards.patientAnswer(card, context)
                for (name, bytes) in files(of: answer, named: card.placement.name) {
                    let head = archive.head(of: bytes, named: "\(folder)/\(name)")
                    try await writer.write(ByteBuffer(bytes: head + bytes))
                }
            }
            try await writer.write(ByteBuffer(bytes: archive.end()))
            try await writer.finish(nil)
        }
    }

    /// The picture, and what stands beside it in a folder.
    private func files(
        of answer: CardAnswer, named name: String
    ) -> [(name: String, bytes: [UInt8])] {
        let picture = "\(name).\(answer.record.format.rawValue)"
        return [(picture, Array(buffer: answer.picture))]
            + answer.record.sidecars(besidePicture: picture).map {
                ($0.fileName(besidePicture: picture), $0.bytes)
            }
    }
}
