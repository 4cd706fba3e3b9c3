import BlueHeartAddresses
import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartWords
import HTTPTypes
import Hummingbird
import NIOCore

/// `/v1/drops/{kit}/{template}.zip`: the cards of all placements of a template with their sidecars.
struct ArchiveRoutes: Sendable {
    let cards: CardRoutes

    var routes: [Route] {
        let facts = RouteFacts.api(
            "/v1/drops/{kit}/{template}.zip",
            query: .parametersAnd(PublicTemplate.reservedNames), caching: .hour)
        return [Route(facts, [.get: archive, .head: archive])]
    }

    @Sendable
    private func archive(_ request: Request, _ context: ServerContext) async throws -> Response {
        let asked = try read(request, context)
        let drop = asked.request
        try cards.rule.check(
            path: request.uri.path, query: asked.query, drop.words)
        _ = try asked.query.isDownload()
        var headers = cards.cacheHeaders(
            asked, tag: drop.key.tag, isPersonal: drop.isPersonal)
        try request.checkIfMatch(drop.key.tag)
        if request.hasTag(drop.key.tag) {
            return Response(status: .notModified, headers: headers)
        }
        // The request itself has paid for the first card.
        context.cost.add(drop.cards.count - 1)
        // Once the archive has begun its status has been sent.
        let title = try await cards.layOut(drop.cards, context)[0].title
        if request.hasAnyTag { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "application/zip"
        headers[.contentLanguage] = drop.language.tag
        headers[.contentLocation] = drop.location
        headers[.contentDisposition] = drop.name(title: title, ending: ".zip").attachment
        guard request.method != .head else { return .head(headers) }
        return Response(status: .ok, headers: headers, body: body(drop, title, context))
    }

    private func read(
        _ request: Request, _ context: ServerContext
    ) throws(Problem) -> RequestReader.Outcome<PublicDropRequest> {
        try cards.reader.readDrop(
            kit: context.parameters.get("kit") ?? "",
            template: context.parameters.get("template") ?? "", query: try request.query(),
            headers: .init(languages: request.headers[.acceptLanguage]))
    }
}

extension ArchiveRoutes {
    /// The archive, written card by card; at most one card is in memory.
    private func body(
        _ drop: PublicDropRequest, _ title: String, _ context: ServerContext
    ) -> ResponseBody {
        ResponseBody { [cards] writer in
            var archive = ZIPWriter()
            let folder = drop.name(title: title, ending: "").text
            for card in drop.cards {
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

    /// The picture and its sidecars, by file name.
    private func files(
        of answer: CachedCard, named name: String
    ) -> [(name: String, bytes: [UInt8])] {
        let picture = "\(name).\(answer.record.format.fileExtension)"
        return [(picture, Array(buffer: answer.picture))]
            + answer.record.sidecars(besidePicture: picture).map {
                ($0.fileName(besidePicture: picture), $0.bytes)
            }
    }
}
