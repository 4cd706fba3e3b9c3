import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct CardPartTests {
    private static let all = CardPart.all(network: "x")

    @Test func everyPartIsFoundByItsSuffix() {
        for part in Self.all { #expect(CardPart(suffix: part.suffix) == part) }
        #expect(Set(Self.all.map(\.suffix)).count == Self.all.count)
        let sidecars = Self.all.dropFirst(ImageFormat.written.count).map(\.suffix)
        #expect(sidecars == [".alt.txt", ".json", ".html", ".caption.x.txt"])
    }

    @Test(arguments: [
        "", ".", "png", ".PNG", ".jpeg", ".svg", ".alt", ".txt", ".caption.txt", ".caption.x.json",
        ".caption.x.y.txt", ".png.", ".alt.txt\u{301}", ".html\u{0}",
    ])
    func otherSuffixesNameNoPart(suffix: String) {
        #expect(CardPart(suffix: suffix) == nil)
    }

    @Test func aCaptionsNetworkIsReadFromItsSuffix() {
        #expect(CardPart(suffix: ".caption.linkedin.txt") == .caption(network: "linkedin"))
    }

    @Test func mediaTypesBelongToTheFiles() {
        #expect(CardPart.picture(.jpeg).mediaType == "image/jpeg")
        #expect(CardPart.alt.mediaType == "text/plain; charset=utf-8")
        #expect(CardPart.page.mediaType == "text/html; charset=utf-8")
    }
}

/// The files that repeat the table of parts for other programs and for people.
@Suite struct PublishedPartTests {
    private static let sidecars = CardPart.all(network: "{network}").filter { part in
        if case .picture = part { false } else { true }
    }
    private static let address = "/v1/cards/{kit}/{template}/{placement}"

    private let document: JSONNode

    init() throws {
        document = try JSONDocument.read(try projectFile("web/openapi.json"), file: "openapi.json")
    }

    @Test func theServersDescriptionHasAnAddressForEachPart() throws {
        let paths = try #require(document["paths"]?.members.map(\.name))
        let described = Set(paths.filter { $0.hasPrefix(Self.address + ".") })
        let expected = Self.sidecars.map { Self.address + $0.suffix }
        #expect(described == Set(expected + [Self.address + ".{format}"]))
    }

    @Test(arguments: sidecars)
    func itsMediaTypeIsThePartsOwn(part: CardPart) throws {
        #expect(try mediaTypes(of: part.suffix) == [withoutParameters(part.mediaType)])
    }

    @Test(arguments: ["", ".{format}"])
    func aPictureHasAnyFormatThatIsWritten(suffix: String) throws {
        #expect(try mediaTypes(of: suffix) == ImageFormat.written.map(\.mediaType))
    }

    @Test func theManualNamesThem() throws {
        let manual = String(decoding: try projectFile("docs/http.md"), as: UTF8.self)
        for part in Self.sidecars {
            #expect(manual.contains("`….\(part.suffix.dropFirst())`"), "\(part.suffix)")
        }
    }

    private func mediaTypes(of suffix: String) throws -> [String] {
        let answer = document["paths"]?[Self.address + suffix]?["get"]?["responses"]?["200"]
        return try #require(answer?["content"]).members.map(\.name)
    }

    private func withoutParameters(_ mediaType: String) -> String {
        mediaType.split(separator: ";").first.map(String.init) ?? mediaType
    }
}

extension JSONNode {
    fileprivate var members: [JSONMember] {
        if case .object(let members) = value { members } else { [] }
    }
}
