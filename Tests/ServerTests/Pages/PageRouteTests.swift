import BlueHeartHTTPSyntax
import HTTPTypes
import Testing

@testable import BlueHeartServer

/// `/`, `/frame`, `/s/…` and the files of the page.
@Suite struct PageRouteTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer

    init() throws { server = try Self.server.get() }

    @Test(arguments: ["/", "/frame", "/s/tiny/heart"])
    func aPageIsHTMLInTheLanguageOfItsReader(path: String) async throws {
        for headers in [[.acceptLanguage: "ar"] as HTTPFields, [:]] {
            let query = headers.isEmpty ? "?lang=ar" : ""
            let reply = try await server.get(path + query, headers)
            #expect(reply.status == 200 && reply["Content-Type"] == "text/html; charset=utf-8")
            #expect(reply["Content-Language"] == "ar" && reply["Vary"] == "Accept-Language")
            #expect(reply.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
            #expect(reply["Cache-Control"] == "no-cache")
            #expect(reply["Access-Control-Allow-Origin"] == nil)
        }
    }

    @Test func aPageLoadsOnlyWhatIsOurs() async throws {
        let policy = try #require(try await server.get("/")["Content-Security-Policy"])
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
    }

    @Test func thePageTellsWhatIsWrongWithWhatIsTyped() async throws {
        let path = "/?template=greeting&lang=en&name="
        let wrong = try await server.get(path + "a@b.sk")
        #expect(wrong.status == 200 && !wrong.text.contains("id=\"download\""))
        #expect(try await server.get(path + "Sam").text.contains("id=\"download\""))
    }

    @Test func aCardsPageHasTheTagsOfLinkPreviews() async throws {
        let reply = try await server.get("/s/tiny/greeting?lang=en&name=Sam&for=here.square")
        let site = "http://cards.example"
        let address = "/v1/cards/tiny/greeting/og.png?lang=en&amp;name=Sam"
        #expect(reply.text.contains("<title>Sam says hello</title>"))
        #expect(reply.text.contains("property=\"og:image\" content=\"\(site)\(address)"))
        #expect(reply.text.contains("property=\"og:url\" content=\"\(site)/s/tiny/greeting?"))
        #expect(reply.text.contains("name=\"twitter:card\""))
        #expect(reply.text.contains("name=\"robots\" content=\"noindex\""))
    }

    @Test func aTrustedProxyNamesTheSchemeAndHostOfLinks() async throws {
        let server = try TestServer {
            $0.trustedProxies = [AddressRange("192.0.2.1")].compactMap(\.self)
        }
        for (name, value, address) in [
            ("X-Forwarded-Proto", "https", "https://cards.example/s/"),
            (
                "Forwarded", "for=1.2.3.4;proto=https;host=\"a.example:8443\"",
                "https://a.example:8443/s/"
            ),
            ("X-Forwarded-Host", "a.example, b.example", "http://a.example/s/"),
            ("X-Forwarded-Host", "a.example/<b>", "http://cards.example/s/"),
            ("X-Forwarded-Proto", "javascript", "http://cards.example/s/"),
        ] {
            let headers: HTTPFields = [try #require(HTTPField.Name(name)): value]
            let trusted = try await server.get("/s/tiny/heart?lang=en", headers).text
            #expect(trusted.contains("content=\"\(address)tiny/heart"), "\(name): \(value)")
            let other = try await self.server.get("/s/tiny/heart?lang=en", headers).text
            #expect(other.contains("content=\"http://cards.example/s/tiny/heart"))
        }
    }

    @Test(arguments: ["a.example@b.example", "a:b", "[::1", "a.example:99999x", ".a", "-a", "[z]"])
    func aBrokenHostReachesNoPage(host: String) async throws {
        var request = TestRequest(path: "/s/tiny/heart?lang=en")
        request.authority = host
        let reply = try await server.send(request)
        #expect(reply.status == 400 && reply.problem.first == "bad-host")
    }

    @Test func aPageWithSomebodysWordsIsPrivate() async throws {
        for path in ["/?template=greeting&lang=en&name=Sam", "/s/tiny/greeting?lang=en&name=Sam"] {
            let reply = try await server.get(path)
            #expect(reply["Cache-Control"] == "private, no-cache")
            #expect(
                reply["X-Robots-Tag"] == "noindex" && reply.text.contains("content=\"noindex\""))
        }
        #expect(try await server.get("/?lang=en")["X-Robots-Tag"] == nil)
    }

    @Test func theSettingSiteIsTheHostOfLinks() async throws {
        let server = try TestServer { $0.site = "https://cards.example.org" }
        let text = try await server.get("/s/tiny/heart?lang=en").text
        #expect(text.contains("https://cards.example.org/s/tiny/heart"))
        #expect(!text.contains("http://cards.example/"))
    }

    @Test(arguments: [
        "/s/none/heart", "/s/tiny/none", "/s/tiny/staff", "/web/none.css", "/web/words", "/nowhere",
        "/s/tiny", "/v2/kits",
    ])
    func anAddressThatLeadsNowhereIs404(path: String) async throws {
        #expect(try await server.get(path).problem == ["not-found"])
        let page = try await server.get(path, [.accept: "text/html", .acceptLanguage: "ar"])
        #expect(page.status == 404 && page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page["Cache-Control"] == "no-store" && page["Vary"] == "Accept, Accept-Language")
        #expect(page.text.contains("<html lang=\"ar\""))
    }

    @Test func aDocumentIsNoPageForABrowserEither() async throws {
        let reply = try await server.get("/v1/cards/tiny/none/og.png", [.accept: "text/html"])
        #expect(reply.status == 404 && reply.problem == ["unknown-template"])
    }

    @Test func whatAFormSendsIsAnsweredWithAPage() async throws {
        let request = TestRequest(
            method: .post, path: "/v1/cards",
            headers: [.accept: "text/html", .contentType: "text/plain"])
        let reply = try await server.send(request)
        #expect(reply.status == 415 && reply["Content-Type"] == "text/html; charset=utf-8")
    }
}

extension PageRouteTests {
    @Test(arguments: [
        ("site.css", "text/css; charset=utf-8"), ("page.js", "text/javascript; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("photos.js", "text/javascript; charset=utf-8"),
        ("frame.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("openapi.json", "application/json"),
    ])
    func aFileIsKeptForEverAtTheAddressOfItsContent(name: String, type: String) async throws {
        let address = server.server.site.files.address(of: name)
        let reply = try await server.get(address)
        #expect(reply.status == 200 && reply["Content-Type"] == type)
        #expect(reply["Cache-Control"] == "public, max-age=31536000, immutable")
        let tag = try #require(reply["ETag"])
        #expect(try await server.get(address, [.ifNoneMatch: tag]).status == 304)
        for query in ["", "?v=0"] {
            let reply = try await server.get("/web/\(name)\(query)")
            #expect(reply["Cache-Control"] == "public, max-age=300")
        }
    }
}
