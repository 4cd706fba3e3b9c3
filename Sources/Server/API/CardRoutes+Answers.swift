import Addresses
import Diagnostics
import Formats
import HTTPTypes
import Hummingbird
import Languages
import Markup
import NIOCore
import Placements
import Scenes
import Words

extension CardRoutes {
    /// Entity tag: different for each file of a card, changed with the kit and the program.
    func tag(_ question: CardQuestion, _ file: CardFile) -> String {
        switch file.content {
        case .picture: question.key.tag
        case .alt: question.key.tag + "-alt"
        case .record: question.key.tag + "-json"
        case .snippet: question.key.tag + "-html"
        case .caption(let network): question.key.tag + "-caption-" + network
        }
    }

    /// Headers for caches, of a 200 and of a 304.
    func cacheHeaders<Question>(
        _ asked: QuestionReader.Outcome<Question>, tag: String
    ) -> HTTPFields {
        var headers = HTTPFields()
        headers[.eTag] = "\"\(tag)\""
        if asked.isVersioned { headers[.cacheControl] = CachePolicy.forever.rawValue }
        if !asked.vary.isEmpty { headers[.vary] = asked.vary.sorted().joined(separator: ", ") }
        return headers
    }

    /// Type, language and name of an answer.
    ///
    /// - Parameter title: the card's.
    func describe(
        _ question: CardQuestion, _ file: CardFile, title: String, isDownload: Bool,
        _ headers: inout HTTPFields
    ) {
        headers[.contentLanguage] = question.language.tag
        let (type, ending) = typeAndEnding(file, question.format)
        headers[.contentType] = type
        headers[.contentLocation] = question.path + ending + question.canonicalQuery
        if isDownload {
            headers[.contentDisposition] =
                FileName(question, title: title, ending: ending)
                .attachment
        }
    }

    func typeAndEnding(
        _ file: CardFile, _ format: ImageFormat
    ) -> (String, String) {
        switch file.content {
        case .picture: (format.mediaType, "." + format.fileExtension)
        case .alt: ("text/plain; charset=utf-8", ".alt.txt")
        case .record: ("application/json", ".json")
        case .snippet: ("text/html; charset=utf-8", ".html")
        case .caption(let network): ("text/plain; charset=utf-8", ".caption.\(network).txt")
        }
    }

    func body(
        of file: CardFile, _ answer: CardAnswer, _ question: CardQuestion
    ) throws(Problem) -> ByteBuffer {
        let pictureName = question.placement.name + "." + answer.record.format.fileExtension
        let wanted: String
        switch file.content {
        case .picture: return answer.picture
        case .alt: wanted = ".alt.txt"
        case .record: wanted = ".json"
        case .snippet: return ByteBuffer(string: snippet(answer, question))
        case .caption(let name):
            let caption = answer.record.words.caption.caption(
                for: try network(name), language: question.language)
            return ByteBuffer(string: caption.text + "\n")
        }
        let sidecars = answer.record.sidecars(besidePicture: pictureName)
        guard let sidecar = sidecars.first(where: { $0.suffix == wanted }) else {
            throw Problem.internalFault
        }
        return ByteBuffer(bytes: sidecar.bytes)
    }

    func network(_ name: String) throws(Problem) -> Network {
        if let network = reader.catalog.placements.network(name) { return network }
        let names = reader.catalog.placements.networks.map(\.name)
        throw Problem.notFound(
            "unknown-network", "there is no network \(quoted(name))",
            hint: nameHint(for: name, among: names))
    }

    private func snippet(_ answer: CardAnswer, _ question: CardQuestion) -> String {
        let record = answer.record
        let address = question.path + "." + record.format.fileExtension + question.canonicalQuery
        let image: HTML = """
            <img src="\(address)" alt="\(record.words.alt)" width="\(record.widthInPixels)" \
            height="\(record.heightInPixels)">

            """
        return image.source
    }
}
