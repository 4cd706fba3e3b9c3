import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartHTTPSyntax
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTestbench
import BlueHeartWords
import Testing

@testable import BlueHeartServer

@Suite struct PostedRequestTests {
    private static let reader = Result { () throws(CardError) in
        RequestReader(
            catalog: try PublicCatalog(CardEngine(EngineOptions(home: projectFolder))))
    }

    private func form(_ parts: [(head: String, body: String)]) throws -> PostedRequest {
        let text =
            parts.map {
                "--XX\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.body)\r\n"
            }
            .joined() + "--XX--\r\n"
        return try PostedRequest(
            try Multipart(Array(text.utf8), type: "multipart/form-data; boundary=XX"))
    }

    private func code(_ work: () throws(Problem) -> Void) -> [String] {
        do {
            try work()
            return []
        } catch {
            return [error.code] + error.entries.compactMap(\.parameter)
        }
    }

    @Test func aJobNamesACard() throws {
        let posted = try PostedRequest(
            json: Array(
                """
                {"template": "supporter", "placement": "square", "lang": "en", "format": "jpg",
                 "parameters": {"name": "Amina"}}
                """.utf8))
        let (file, card) = try Self.reader.get().read(posted, headers: .init())
        #expect(file.part == .picture(.jpeg))
        #expect(card.canonicalQuery == "?lang=en&name=Amina")
    }

    /// One cache entry, and one rendering, serves both.
    @Test func aJobAsksForTheCardOfItsAddress() throws {
        let posted = try PostedRequest(
            json: Array(
                """
                {"template": "supporter", "placement": "square", "lang": "en", "format": "png",
                 "parameters": {"theme": "dark", "name": " Ami\u{301}na "}}
                """.utf8))
        let reader = try Self.reader.get()
        let (_, card) = try reader.read(posted, headers: .init())
        let addressed = try reader.read(
            kit: "blue-heart", template: "supporter", file: try #require(CardFile("square.png")),
            query: Query([
                .init("name", "Am\u{ED}na"), .init("lang", "en"), .init("theme", "dark"),
            ]), headers: .init()
        ).request
        #expect(card.key == addressed.key)
        #expect(card.values.entries.map(\.name) == ["name", "theme"])
        #expect(card.values.entries.allSatisfy { $0.source == .job && $0.trust == .untrusted })
        #expect(addressed.values.entries.allSatisfy { $0.source == .query })
        #expect(card.request.values["maker"]?.trust == .trusted)
    }

    @Test func everyFaultOfAJobIsTold() {
        let found = code { () throws(Problem) in
            _ = try PostedRequest(
                json: Array("{\"template\": 1, \"foo\": 2, \"placement\": \"og\"}".utf8))
        }
        #expect(found.dropFirst() == ["template", "foo"])
    }

    @Test func aFormBringsAPhoto() throws {
        let posted = try form([
            ("name=\"template\"", "frame"), ("name=\"placement\"", "avatar"),
            ("name=\"credit\"", ""),
            ("name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg", "\r\n--X\r\n"),
        ])
        #expect(posted.card.template == .named("frame"))
        #expect(posted.card.values.entries.map(\.name) == ["photo"])
        #expect(posted.card.pictures == ["photo": Array("\r\n--X\r\n".utf8)])
        let (_, card) = try Self.reader.get().read(posted, headers: .init())
        #expect(card.isPersonal && card.onlyPicture == "photo")
    }

    @Test func aPhotoChangesTheCard() throws {
        let keys = try ["a", "b"].map { text in
            let posted = try form([
                ("name=\"template\"", "frame"), ("name=\"placement\"", "avatar"),
                ("name=\"photo\"; filename=\"a\"", text),
            ])
            return try Self.reader.get().read(posted, headers: .init()).1.key
        }
        #expect(keys[0] != keys[1])
    }

    @Test func aPhotoThatNothingShowsIsRefused() throws {
        let posted = try form([
            ("name=\"template\"", "supporter"), ("name=\"placement\"", "square"),
            ("name=\"portrait\"; filename=\"a\"", "x"),
        ])
        let reader = try Self.reader.get()
        let found = code { () throws(Problem) in _ = try reader.read(posted, headers: .init()) }
        #expect(found == ["unknown-parameter", "portrait"])
    }

    @Test func aFieldComesOnce() {
        let fault = #expect(throws: Problem.self) {
            try form([("name=\"lang\"", "en"), ("name=\"lang\"", "ar")])
        }
        #expect(fault?.code == "doubled-parameter" && fault?.entries.first?.parameter == "lang")
    }
}
