import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartWords
import HTTPTypes
import Hummingbird
import NIOCore

extension CardRoutes {
    /// Entity tag: different for each file of a card, changed with the kit and the program.
    func tag(_ card: PublicCardRequest, _ file: CardFile) -> String {
        switch file.part {
        case .picture, nil: card.key.tag
        case let part?: card.key.tag + part.suffix
        }
    }

    /// Headers for caches, of a 200 and of a 304.
    ///
    /// - Parameter isPersonal: true for a card with somebody's own words.
    func cacheHeaders<Value>(
        _ asked: RequestReader.Outcome<Value>, tag: String, isPersonal: Bool
    ) -> HTTPFields {
        var headers = HTTPFields()
        headers[.eTag] = "\"\(tag)\""
        let policy = asked.isVersioned ? CachePolicy.forever : .hour
        headers[.cacheControl] = policy.rawValue
        if isPersonal { headers.keepPrivate(policy) }
        if !asked.vary.isEmpty { headers[.vary] = asked.vary.sorted().joined(separator: ", ") }
        return headers
    }

    /// Type, language and name of an answer.
    ///
    /// - Parameter title: the card's.
    func describe(
        _ card: PublicCardRequest, _ file: CardFile, title: String, isDownload: Bool,
        _ headers: inout HTTPFields
    ) {
        headers[.contentLanguage] = card.language.tag
        let part = file.part ?? .picture(card.format)
        headers.describe(part)
        headers[.contentLocation] = card.path + part.suffix + card.canonicalQuery
        if isDownload {
            headers[.contentDisposition] =
                FileName(card, title: title, ending: part.suffix).attachment
        }
    }

    func body(
        of file: CardFile, _ answer: CachedCard, _ card: PublicCardRequest
    ) throws(Problem) -> ByteBuffer {
        switch file.part {
        case .picture, nil: return answer.picture
        case .caption(let name):
            return ByteBuffer(bytes: answer.record.caption(for: try network(name)).file)
        case let part?:
            let suffix = CardPart.picture(answer.record.format).suffix
            let picture = PictureReference(
                name: card.placement.name + suffix,
                address: card.path + suffix + card.canonicalQuery)
            guard let bytes = answer.record.bytes(of: part, picture: picture) else {
                throw Problem.internalFault
            }
            return ByteBuffer(bytes: bytes)
        }
    }

    func network(_ name: String) throws(Problem) -> Network {
        if let network = reader.catalog.placements.network(name) { return network }
        let names = reader.catalog.placements.networks.map(\.name)
        throw Problem.notFound(
            "unknown-network", "there is no network \(quoted(name))",
            hint: nameHint(for: name, among: names))
    }
}

extension HTTPFields {
    /// Sets the type of a part, and lets a page show its picture.
    mutating func describe(_ part: CardPart) {
        self[.contentType] = part.mediaType
        if part == .page {
            self[.contentSecurityPolicy] =
                "default-src 'none'; img-src 'self'; frame-ancestors 'none'; sandbox"
        }
    }
}
