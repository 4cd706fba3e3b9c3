import HTTPTypes
import Testing

@testable import BlueHeartServer

/// `POST /v1/cards`.
@Suite struct PostRouteTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer
    private let json = "application/json"
    private let form = "multipart/form-data; boundary=XX"

    init() throws { server = try Self.server.get() }

    private func fields(_ fields: (String, String)...) -> String {
        fields.map { "--XX\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
            .joined()
    }

    private func photo(_ bytes: String) -> String {
        "--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"mine.svg\"\r\n\r\n"
            + bytes + "\r\n--XX--\r\n"
    }

    @Test func aJobIsACard() async throws {
        let reply = try await server.post(
            "/v1/cards", json,
            """
            {"kit": "tiny", "template": "greeting", "placement": "og", "lang": "en", "format": "jpg",
             "download": true, "parameters": {"name": "Sam"}}
            """)
        #expect(reply.status == 200 && reply["Content-Type"] == "image/jpeg")
        #expect(reply["Cache-Control"] == "no-store" && reply["ETag"] == nil)
        let address = "/v1/cards/tiny/greeting/og.jpg?lang=en&name=Sam"
        #expect(reply["Content-Location"] == address)
        #expect(reply["Content-Disposition"]?.hasPrefix("attachment; filename=\"Sam says") == true)
        #expect(try await server.get(address).body == reply.body)
    }

    @Test func withoutAFormatAcceptDecides() async throws {
        let body = "{\"kit\": \"tiny\", \"template\": \"heart\", \"placement\": \"og\"}"
        let request = TestRequest(
            method: .post, path: "/v1/cards",
            headers: [.contentType: json, .accept: "image/webp", .acceptLanguage: "ar"],
            body: Array(body.utf8))
        let reply = try await server.send(request)
        #expect(reply["Content-Type"] == "image/webp" && reply["Content-Language"] == "ar")
    }

    @Test(arguments: ["alt.txt", "json", "html", "caption.here.txt"])
    func aJobCanAskForTheWords(format: String) async throws {
        let reply = try await server.post(
            "/v1/cards", json,
            """
            {"kit": "tiny", "template": "heart", "placement": "og", "lang": "en",
             "format": "\(format)"}
            """)
        let address = "/v1/cards/tiny/heart/og.\(format)?lang=en"
        #expect(reply.status == 200 && reply["Content-Location"] == address)
        #expect(try await server.get(address).body == reply.body)
    }

    @Test func aFormIsACard() async throws {
        let body =
            fields(
                ("kit", "tiny"), ("template", "greeting"), ("placement", "square"), ("lang", "en"),
                ("format", "png"), ("theme", ""), ("name", "Sam")) + "--XX--"
        let reply = try await server.post("/v1/cards", form, body)
        #expect(reply["Content-Location"] == "/v1/cards/tiny/greeting/square.png?lang=en&name=Sam")
        #expect(reply.body.starts(with: [0x89, 0x50]))
    }

    /// The engine of these tests decodes photos itself, SVG too.
    @Test func aPhotoIsInNoCacheAndAtNoAddress() async throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
        let server = try TestServer()
        let reply = try await server.post(
            "/v1/cards", form,
            fields(
                ("kit", "tiny"), ("template", "frame"), ("placement", "round"), ("format", "png"))
                + photo(svg))
        #expect(reply.status == 200 && reply["Cache-Control"] == "no-store", "\(reply.text)")
        #expect(reply["Content-Location"] == nil)
        #expect(server.server.renderer.cache.size(of: .personal).count == 0)
    }

    @Test func aBrokenPhotoIsAFaultOfItsParameter() async throws {
        let reply = try await server.post(
            "/v1/cards", form,
            fields(("kit", "tiny"), ("template", "frame"), ("placement", "round")) + photo("noise"))
        #expect(reply.status == 422 && reply.problem == ["image-format", "photo"])
    }
}

extension PostRouteTests {
    @Test(arguments: [
        ("text/plain", "bad-media-type"), ("", "bad-media-type"),
        ("application/json; charset=utf-8", nil), (" Application/JSON", nil),
    ])
    func otherMediaTypesAreRefused(type: String, code: String?) async throws {
        let body = "{\"kit\": \"tiny\", \"template\": \"heart\", \"placement\": \"og\"}"
        let reply = try await server.post("/v1/cards", type, body)
        #expect(reply.status == (code == nil ? 200 : 415) && reply.problem.first == code)
    }

    @Test(arguments: [
        ("", 400, ["empty-document"]), ("[]", 400, ["wrong-type"]),
        ("{\"template\": \"heart\"}", 400, ["missing-field", "placement"]),
        (
            "{\"template\": 1, \"placement\": \"og\", \"x\": 2}", 400,
            ["wrong-type", "template", "x"]
        ),
        (
            "{\"kit\": \"none\", \"template\": \"heart\", \"placement\": \"og\"}", 404,
            ["unknown-kit"]
        ),
        (
            "{\"kit\": \"tiny\", \"template\": \"heart\", \"placement\": \"og\", \"format\": \"gif\"}",
            400, ["unknown-choice", "format"]
        ),
        (
            """
            {"kit": "tiny", "template": "heart", "placement": "og", "parameters": {"lang": "en"}}
            """, 400, ["unknown-parameter", "lang"]
        ),
        (
            """
            {"kit": "tiny", "template": "greeting", "placement": "og", "parameters": {"size": 1}}
            """, 400, ["unknown-parameter", "size"]
        ),
        (
            "{\"kit\": \"tiny\", \"template\": \"greeting\", \"placement\": \"og\"}", 422,
            ["missing-parameter", "name"]
        ),
    ])
    func aWrongJobIsRefused(body: String, status: Int, problem: [String]) async throws {
        let reply = try await server.post("/v1/cards", json, body)
        #expect(reply.status == status && reply.problem == problem, "\(reply.text)")
    }

    @Test(arguments: [
        ("noise", ["bad-form"]),
        ("--XX\r\nContent-Disposition: form-data; name=\"lang\"\r\n\r\n\u{0}", ["bad-form"]),
    ])
    func aBrokenFormIsRefused(body: String, problem: [String]) async throws {
        let reply = try await server.post("/v1/cards", form, body)
        #expect(reply.status == 400 && reply.problem == problem)
    }

    @Test func aPhotoForAnotherTemplateIsRefused() async throws {
        let reply = try await server.post(
            "/v1/cards", form,
            fields(("kit", "tiny"), ("template", "heart"), ("placement", "og")) + photo("x"))
        #expect(reply.status == 400 && reply.problem == ["unknown-parameter", "photo"])
    }

    @Test func theAddressTakesASignatureOnly() async throws {
        let reply = try await server.post("/v1/cards?name=Sam", json, "{}")
        #expect(reply.status == 400 && reply.problem == ["unknown-parameter", "name"])
    }

    /// By its announced length before anything is read, and by its true length.
    @Test func aBodyHasALimit() async throws {
        var request = TestRequest(
            method: .post, path: "/v1/cards",
            headers: [.contentType: json, .contentLength: "65537"], body: [0x20])
        #expect(try await server.send(request).problem == ["body-too-large"])
        request.headers[.contentLength] = nil
        request.parts = [
            [UInt8](repeating: 0x20, count: 40_000), [UInt8](repeating: 0x20, count: 25_537),
        ]
        let reply = try await server.send(request)
        #expect(reply.status == 413 && reply.problem == ["body-too-large"])
        request.parts[1].removeLast()
        #expect(try await server.send(request).problem == ["empty-document"])
        request.headers[.contentType] = form
        request.headers[.contentLength] = String((8 << 20) + (64 << 10) + 1)
        #expect(try await server.send(request).status == 413)
    }

    @Test func moreUploadsThanAllowedAreRefused() async throws {
        let server = try TestServer { $0.uploads = 1 }
        let (parts, source) = AsyncStream.makeStream(of: [UInt8].self)
        let type = form
        var slow = TestRequest(method: .post, path: "/v1/cards", headers: [.contentType: type])
        slow.stream = parts
        async let first = server.send(slow)
        var second = try await server.post("/v1/cards", type, "noise")
        for _ in 0..<500 where second.status == 400 {
            second = try await server.post("/v1/cards", type, "noise")
        }
        #expect(second.status == 503 && second.problem == ["server-busy"])
        #expect(second["Retry-After"] == "2")
        source.finish()
        #expect(try await first.problem == ["bad-form"])
        #expect(try await server.post("/v1/cards", type, "noise").status == 400)
    }
}
