import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartMarkup
public import BlueHeartPlacements
import BlueHeartScenes

/// A file that stands beside a picture and carries its words.
public struct Sidecar: Hashable, Sendable {
    public var part: CardPart
    public var bytes: [UInt8]

    public init(_ part: CardPart, bytes: [UInt8]) {
        self.part = part
        self.bytes = bytes
    }

    /// The sidecar's name beside a picture: `card.alt.txt` beside `card.png`.
    public func fileName(besidePicture name: String) -> String {
        let bytes = Array(name.utf8)
        let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        // A name that only begins with a dot has no extension.
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start else {
            return name + part.suffix
        }
        return String(decoding: bytes[..<dot], as: UTF8.self) + part.suffix
    }
}

/// The picture as the files beside it name it.
public struct PictureReference: Hashable, Sendable {
    /// File name without its folder.
    public var name: String
    /// Address as a page sees it.
    public var address: String

    public init(name: String, address: String) {
        self.name = name
        self.address = address
    }

    /// A picture in the same folder.
    public init(file name: String) {
        self.init(name: name, address: Address.path(name))
    }
}

extension CardRecord {
    /// The words beside a picture, as files.
    ///
    /// - Parameter pictureName: the picture's file name without its folder.
    public func sidecars(
        besidePicture pictureName: String,
        _ kinds: [CardPart.SidecarKind] = CardPart.SidecarKind.allCases
    ) -> [Sidecar] {
        let picture = PictureReference(file: pictureName)
        return kinds.flatMap(parts).compactMap { part in
            bytes(of: part, picture: picture).map { Sidecar(part, bytes: $0) }
        }
    }

    private func parts(of kind: CardPart.SidecarKind) -> [CardPart] {
        switch kind {
        case .alt: [.alt]
        case .captions: captions.map { .caption(network: $0.network) }
        case .record: [.record]
        case .page: [.page]
        }
    }

    /// The file of one part.
    ///
    /// - Returns: nil for the picture, and for a network for which the record has no caption.
    public func bytes(of part: CardPart, picture: PictureReference) -> [UInt8]? {
        switch part {
        case .picture: nil
        case .alt: Array(altFile.utf8)
        case .caption(let name):
            captions.first { isSameName($0.network, name) }.map { $0.file }
        case .record: Array(json(file: picture.name).written().utf8)
        case .page: Array(CardHTML([(self, picture.address)]).page.source.utf8)
        }
    }

    /// The caption for a network, composed here if the network does not show the placement.
    public func caption(for network: Network) -> NetworkCaption {
        captions.first { isSameName($0.network, network.name) }
            ?? words.caption.caption(for: network, language: language)
    }

    private var altFile: String {
        guard let longAlt = words.longAlt, !longAlt.isBlank else { return words.alt + "\n" }
        return "\(words.alt)\n\n\(longAlt)\n"
    }
}

extension NetworkCaption {
    /// The text as a file.
    public var file: [UInt8] { Array((text + "\n").utf8) }
}
