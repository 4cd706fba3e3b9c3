import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartHTTPSyntax
import BlueHeartLanguages
import BlueHeartScenes
import BlueHeartWords
import HTTPTypes
import Hummingbird
import NIOCore

extension CardRoutes {
    /// `POST /v1/cards`: a card from a JSON job, or from a form that may carry a photo.
    @Sendable
    func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard mediaType(request) == "multipart/form-data" else {
            return try await card(asPosted: request, context)
        }
        // A photo is in memory until its card is made.
        return try await uploads.pass(for: context.client) {
            try await card(asPosted: request, context)
        }
    }

    private func card(
        asPosted request: Request, _ context: ServerContext
    ) async throws -> Response {
        let posted = try await posted(request)
        let accepted = RequestReader.AcceptHeaders(
            formats: request.headers[.accept], languages: request.headers[.acceptLanguage])
        let (file, card) = try reader.read(posted, headers: accepted)
        if case .caption(let network) = file.part { _ = try self.network(network) }
        try rule.check(
            path: request.uri.path, query: try request.query(), card.words)
        let answer = try await answer(card, context)
        let body = try body(of: file, answer, card)
        return Response(
            status: .ok, headers: headers(file, answer, card, posted),
            body: ResponseBody(byteBuffer: body))
    }

    private func mediaType(_ request: Request) -> String? {
        request.headers[.contentType]?.split(separator: ";").first?.lowercased()
            .filter { $0 != " " }
    }

    private func posted(_ request: Request) async throws -> PostedRequest {
        let type = request.headers[.contentType] ?? ""
        switch mediaType(request) {
        case "application/json":
            return try PostedRequest(
                json: try await body(request, limit: PostedRequest.documentLimit))
        case "multipart/form-data":
            let bytes = try await body(request, limit: PostedRequest.formLimit)
            return try PostedRequest(try form(bytes, type: type))
        default:
            throw Problem(
                .unsupportedMediaType, "bad-media-type",
                "expected a body of application/json or multipart/form-data, found "
                    + (type.isEmpty ? "none named" : quoted(type)))
        }
    }

    private func form(_ bytes: [UInt8], type: String) throws(Problem) -> Multipart {
        do throws(MultipartFault) {
            return try Multipart(bytes, type: type)
        } catch { throw Problem(error) }
    }

    /// The body, in memory once.
    private func body(_ request: Request, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if length <= limit { bytes.reserveCapacity(length) }
        for try await part in BrokenBodies(request.body) {
            guard length <= limit, bytes.count + part.readableBytes <= limit else {
                throw Problem(
                    .contentTooLarge, "body-too-large", "expected a body of at most \(limit) bytes")
            }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    private func headers(
        _ file: CardFile, _ answer: CachedCard, _ card: PublicCardRequest, _ posted: PostedRequest
    ) -> HTTPFields {
        var headers = HTTPFields()
        let part = file.part ?? .picture(answer.record.format)
        headers.describe(part)
        headers[.contentLanguage] = card.language.tag
        if !card.hasPictures {
            headers[.contentLocation] = card.path + part.suffix + card.canonicalQuery
        }
        if posted.isDownload {
            headers[.contentDisposition] =
                FileName(card, title: answer.record.words.title, ending: part.suffix).attachment
        }
        return headers
    }
}
