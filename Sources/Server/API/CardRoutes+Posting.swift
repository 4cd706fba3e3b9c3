import Addresses
import Diagnostics
import Formats
import HTTPSyntax
import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Scenes
import Words

extension CardRoutes {
    /// `POST /v1/cards`: a card from a JSON job, or from a form that may carry a photo.
    @Sendable
    func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard mediaType(request) == "multipart/form-data" else {
            return try await card(asPosted: request, context)
        }
        // A photo is in memory until its card is made.
        return try await uploads.pass { try await card(asPosted: request, context) }
    }

    private func card(
        asPosted request: Request, _ context: ServerContext
    ) async throws -> Response {
        let job = try await postedJob(request)
        let wishes = QuestionReader.Wishes(
            formats: request.headers[.accept], languages: request.headers[.acceptLanguage])
        let (file, question) = try reader.read(job, wishes: wishes)
        if case .caption(let network) = file.part { _ = try self.network(network) }
        try rule.check(
            path: request.uri.path, query: try request.query(), isPersonal: question.isPersonal)
        let answer = try await answer(question, context)
        let body = try body(of: file, answer, question)
        return Response(
            status: .ok, headers: headers(file, answer, question, job),
            body: ResponseBody(byteBuffer: body))
    }

    private func mediaType(_ request: Request) -> String? {
        request.headers[.contentType]?.split(separator: ";").first?.lowercased()
            .filter { $0 != " " }
    }

    private func postedJob(_ request: Request) async throws -> PostedJob {
        let type = request.headers[.contentType] ?? ""
        switch mediaType(request) {
        case "application/json":
            return try PostedJob(json: try await body(request, limit: PostedJob.documentLimit))
        case "multipart/form-data":
            let bytes = try await body(request, limit: PostedJob.formLimit)
            return try PostedJob(try form(bytes, type: type))
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
        for try await part in request.body {
            guard length <= limit, bytes.count + part.readableBytes <= limit else {
                throw Problem(
                    .contentTooLarge, "body-too-large", "expected a body of at most \(limit) bytes")
            }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    private func headers(
        _ file: CardFile, _ answer: CardAnswer, _ question: CardQuestion, _ job: PostedJob
    ) -> HTTPFields {
        var headers = HTTPFields()
        let part = file.part ?? .picture(answer.record.format)
        headers.describe(part)
        headers[.contentLanguage] = question.language.tag
        if question.photos.isEmpty {
            headers[.contentLocation] = question.path + part.suffix + question.canonicalQuery
        }
        if job.isDownload {
            headers[.contentDisposition] =
                FileName(question, title: answer.record.words.title, ending: part.suffix).attachment
        }
        return headers
    }
}
