import HTTPTypes
import Testing

@testable import BlueHeartServer

/// `GET` and `HEAD` of `/v1/cards/{kit}/{template}/{file}`.
@Suite struct CardRouteTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer
    private let heart = "/v1/cards/tiny/heart/og"
    private let greeting = "/v1/cards/tiny/greeting/og"

    init() throws { server = try Self.server.get() }

    @Test(arguments: [
        (".png", "image/png", [0x89, 0x50, 0x4E, 0x47] as [UInt8]),
        (".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]), (".webp", "image/webp", Array("RIFF".utf8)),
    ])
    func anEndingNamesTheFormat(ending: String, type: String, magic: [UInt8]) async throws {
        let reply = try await server.get(heart + ending + "?lang=en")
        #expect(reply.status == 200 && reply["Content-Type"] == type)
        #expect(reply.body.starts(with: magic))
        #expect(reply["Vary"] == nil && reply["Content-Language"] == "en")
        #expect(reply["Content-Location"] == heart + ending + "?lang=en")
    }

    @Test func theWordsAreBesideThePicture() async throws {
        let query = "?lang=en&name=Sam"
        let alt = try await server.get(greeting + ".alt.txt" + query)
        #expect(alt.text == "A heart beside the words: Sam says hello.\n")
        #expect(alt["Content-Type"] == "text/plain; charset=utf-8")
        let caption = try await server.get(greeting + ".caption.here.txt" + query)
        #expect(caption.text.hasPrefix("Sam says hello."))
        let record = try await server.get(greeting + ".json" + query)
        #expect(
            record["Content-Type"] == "application/json" && record.json["alt"] as? String != nil)
        let snippet = try await server.get(greeting + ".html" + query)
        #expect(snippet["Content-Type"] == "text/html; charset=utf-8")
        #expect(snippet.text.contains("src=\"\(greeting).png?lang=en&amp;name=Sam\""))
    }

    @Test func filesOfACardHaveTagsOfTheirOwn() async throws {
        var tags: Set<String> = []
        for ending in [".png", ".jpg", ".alt.txt", ".json", ".html", ".caption.here.txt"] {
            tags.insert(try #require(try await server.get(heart + ending + "?lang=en")["ETag"]))
        }
        #expect(tags.count == 6)
    }

    @Test(arguments: [
        ("image/webp", "image/webp"), ("image/webp;q=0.5, image/jpeg", "image/jpeg"),
        ("*/*", "image/png"), ("image/*;q=0.2, image/jpeg;q=0.1", "image/png"), ("", "image/png"),
    ])
    func withoutAnEndingAcceptDecides(accept: String, type: String) async throws {
        let reply = try await server.get(heart + "?lang=en", [.accept: accept])
        #expect(reply["Content-Type"] == type && reply["Vary"] == "Accept")
    }

    @Test func aRequestThatAcceptsNoFormatIsRefused() async throws {
        let reply = try await server.get(heart + "?lang=en", [.accept: "text/html, image/*;q=0"])
        #expect(reply.status == 406 && reply.problem == ["no-such-format"])
    }

    @Test func withoutLangAcceptLanguageDecides() async throws {
        let reply = try await server.get(heart + ".alt.txt", [.acceptLanguage: "sk, ar-EG;q=0.8"])
        #expect(reply["Content-Language"] == "ar" && reply.text == "قلب.\n")
        #expect(reply["Vary"] == "Accept-Language")
        let both = try await server.get(heart)
        #expect(both["Vary"] == "Accept, Accept-Language" && both["Content-Language"] == "en")
    }

    @Test func onlyAnAddressWithTheVersionIsKeptForEver() async throws {
        let version = server.server.catalog.kits[0].version
        let hour = "public, max-age=3600, stale-while-revalidate=86400"
        for (query, value) in [
            ("&v=\(version)", "public, max-age=31536000, immutable"), ("&v=0", hour), ("", hour),
        ] {
            let reply = try await server.get(heart + ".png?lang=en" + query)
            #expect(reply["Cache-Control"] == value, "\(query)")
        }
    }

    @Test func aCardWithSomebodysWordsIsPrivate() async throws {
        let version = server.server.catalog.kits[0].version
        for (path, age) in [
            (greeting + ".png?lang=en&name=Sam", "3600"),
            (greeting + ".png?lang=en&name=Sam&v=\(version)", "31536000"),
            (greeting + ".alt.txt?lang=en&name=Sam", "3600"),
            ("/v1/drops/tiny/greeting.zip?lang=en&name=Sam", "3600"),
        ] {
            let reply = try await server.head(path)
            let policy = try #require(reply["Cache-Control"])
            #expect(policy.hasPrefix("private, max-age=\(age)") && !policy.contains("public"))
            #expect(reply["X-Robots-Tag"] == "noindex", "\(path)")
        }
        #expect(try await server.get(heart + ".png?lang=en")["X-Robots-Tag"] == nil)
    }

    @Test func anyOriginMayShowACard() async throws {
        let reply = try await server.get(heart + ".png?lang=en")
        #expect(reply["Access-Control-Allow-Origin"] == "*")
        #expect(reply["Cross-Origin-Resource-Policy"] == "cross-origin")
    }

    /// Ranges are optional (RFC 9110, section 14): the whole is sent.
    @Test func aRangeIsIgnored() async throws {
        let whole = try await server.get(heart + ".png?lang=en")
        let reply = try await server.get(heart + ".png?lang=en", [.range: "bytes=0-9"])
        #expect(reply.status == 200 && reply.body == whole.body && reply["Content-Range"] == nil)
    }
}

extension CardRouteTests {
    @Test func aClientThatHasTheCardGets304() async throws {
        let path = greeting + ".png?lang=en&name=Conditional"
        let first = try await server.get(path)
        let tag = try #require(first["ETag"])
        for value in [tag, "W/\(tag)", "\"a\", \(tag) , \"b\"", "*"] {
            let reply = try await server.get(path, [.ifNoneMatch: value])
            #expect(reply.status == 304 && reply.body.isEmpty, "\(value)")
            #expect(reply["ETag"] == tag && reply["Cache-Control"] == first["Cache-Control"])
        }
        #expect(try await server.get(path, [.ifNoneMatch: "\"a\""]).status == 200)
    }

    @Test func aTagIsAnsweredWithoutRendering() async throws {
        let server = try TestServer()
        let path = greeting + ".png?lang=en&name=Never+rendered"
        let tag = try #require(try await server.head(path)["ETag"])
        let made = "blueheart_cards_total{outcome=\"made\"}"
        #expect(try await server.get(path, [.ifNoneMatch: tag]).status == 304)
        #expect(try await server.metric(made) == 0)
    }

    @Test func aStarMatchesOnlyACardThatThereIs() async throws {
        let reply = try await server.get(greeting + ".png?lang=en", [.ifNoneMatch: "*"])
        #expect(reply.status == 422)
    }

    @Test func headLaysOutAndRendersNothing() async throws {
        let server = try TestServer()
        let made = "blueheart_cards_total{outcome=\"made\"}"
        let path = greeting + ".png?lang=en&name=Nobody+asked"
        let reply = try await server.head(path)
        #expect(reply.status == 200 && reply.body.isEmpty && reply["Content-Type"] == "image/png")
        #expect(reply["ETag"] != nil && reply["Content-Location"] != nil)
        #expect(reply["Content-Length"] == nil)
        #expect(try await server.head(greeting + ".png?lang=en").status == 422)
        #expect(try await server.metric(made) == 0)
        let whole = try await server.get(path)
        let again = try await server.head(path)
        #expect(again["Content-Length"] == String(whole.body.count) && again.body.isEmpty)
    }

    @Test func aDownloadHasANameForPeople() async throws {
        let path = greeting + ".png?lang=en&name=Sam+%2F+Eve"
        #expect(try await server.get(path)["Content-Disposition"] == nil)
        for query in ["&download", "&download=1"] {
            let name = try await server.get(path + query)["Content-Disposition"]
            #expect(
                name
                    == "attachment; filename=\"Sam - Eve says hello - og (en).png\"; filename*=UTF-8''"
                    + "Sam%20-%20Eve%20says%20hello%20%E2%80%93%20og%20%28en%29.png")
        }
        let arabic = try await server.get(greeting + ".png?lang=ar&name=Sam&download")
        #expect(arabic["Content-Disposition"]?.contains("\"greeting - og (ar).png\"") == true)
    }

    @Test(arguments: [
        ("/v1/cards/none/heart/og.png", 404, ["unknown-kit"]),
        ("/v1/cards/tiny/hart/og.png", 404, ["unknown-template"]),
        ("/v1/cards/tiny/heart/story.png", 404, ["unknown-placement"]),
        ("/v1/cards/tiny/greeting/round.png?name=A", 404, ["unknown-placement"]),
        ("/v1/cards/tiny/heart/og.caption.z.txt", 404, ["unknown-network"]),
        ("/v1/cards/tiny/heart/og.gif", 404, ["not-found"]),
        ("/v1/cards/tiny/heart/og.png?lang=xx", 400, ["unknown-language", "lang"]),
        ("/v1/cards/tiny/heart/og.png?size=1", 400, ["unknown-parameter", "size"]),
        (
            "/v1/cards/tiny/greeting/og.png?name=A&maker=campaign", 400,
            ["unknown-parameter", "maker"]
        ),
        ("/v1/cards/tiny/staff/square.png?code=B", 400, ["unknown-parameter", "code"]),
        ("/v1/cards/tiny/greeting/og.png?name=A&name=B", 400, ["doubled-parameter", "name"]),
        ("/v1/cards/tiny/greeting/og.png?name=%FF", 400, ["bad-coding"]),
        ("/v1/cards/tiny/greeting/og.png?=a", 400, ["unknown-parameter"]),
        ("/v1/cards/tiny/frame/round.png?photo=dot.svg", 400, ["picture-in-address", "photo"]),
        ("/v1/cards/tiny/heart/og.png?download=2", 400, ["unknown-choice", "download"]),
        ("/v1/cards/tiny/heart/og.png?expires=1", 403, ["bad-signature"]),
        ("/v1/cards/tiny/greeting/og.png", 422, ["missing-parameter", "name"]),
        ("/v1/cards/tiny/greeting/og.png?name=A&theme=x", 422, ["unknown-choice", "theme"]),
        ("/v1/cards/tiny/greeting/og.png?name=a@b.sk", 422, ["contact-in-text", "name"]),
        ("/v1/cards/tiny/greeting/og.png?name=d.a.r.n.ed", 422, ["blocked-word", "name"]),
        ("/v1/cards/tiny/narrow/square.png?name=Wolfeschlegelstein", 422, ["text-overflow"]),
        (
            "/v1/cards/tiny/greeting/og.png?name=" + String(repeating: "a", count: 41), 422,
            ["text-too-long", "name"]
        ),
    ])
    func aFaultHasItsStatusCodeAndParameter(
        path: String, status: Int, problem: [String]
    ) async throws {
        let query = path.contains("lang=") ? "" : path.contains("?") ? "&lang=en" : "?lang=en"
        for method in [HTTPRequest.Method.get, .head] {
            let reply = try await server.send(TestRequest(method: method, path: path + query))
            #expect(reply.status == status && reply["Cache-Control"] == "no-store")
            if method == .get { #expect(reply.problem == problem) }
        }
    }

    /// Of a parameter that has no limit of its own.
    @Test func aTextHas300Characters() async throws {
        for (count, code) in [(300, "text-overflow"), (301, "text-too-long")] {
            let text = String(repeating: "a", count: count)
            let path = "/v1/cards/tiny/narrow/square.png?lang=en&name=\(text)"
            let reply = try await server.get(path)
            #expect(reply.status == 422 && reply.problem.first == code)
        }
    }

    @Test func aNameThatIsNearIsHinted() async throws {
        let reply = try await server.get("/v1/cards/tiny/hart/og.png")
        #expect(reply.text.contains("did you mean \\\"heart\\\"?"))
    }
}
