import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct CatalogRouteTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer

    init() throws { server = try Self.server.get() }

    @Test func kitsHaveNamesVersionsAndLanguages() async throws {
        let reply = try await server.get("/v1/kits")
        let kits = try #require(reply.json["kits"] as? [[String: Any]])
        #expect(kits.map { $0["name"] as? String } == ["tiny"])
        #expect(kits[0]["version"] as? String == server.server.catalog.kits[0].version)
        let languages = try #require(kits[0]["languages"] as? [[String: Any]])
        #expect(languages.map { $0["tag"] as? String } == ["en", "ar"])
        #expect(languages.map { $0["direction"] as? String } == ["ltr", "rtl"])
    }

    @Test func templatesHaveTheirPublicParametersOnly() async throws {
        let reply = try await server.get("/v1/kits/tiny/templates?lang=en")
        let templates = try #require(reply.json["templates"] as? [[String: Any]])
        let names = templates.map { template in
            let parameters = template["parameters"] as? [[String: Any]] ?? []
            return ([template["name"]] + parameters.map { $0["name"] }).compactMap { $0 as? String }
        }
        #expect(
            names == [
                ["frame", "photo"], ["greeting", "name", "theme"], ["heart"], ["narrow", "name"],
                ["staff"],
            ])
        let one = try await server.get("/v1/kits/tiny/templates/greeting?lang=en")
        #expect(one.json["placements"] as? [String] == ["og", "square"])
    }

    @Test func labelsAreInTheLanguageOfTheClient() async throws {
        let path = "/v1/kits/tiny/templates/greeting"
        let arabic = try await server.get(path, [.acceptLanguage: "ar"])
        #expect(arabic["Vary"] == "Accept-Language" && arabic["Content-Language"] == "ar")
        #expect(arabic.text.contains("أمينة"))
        let english = try await server.get(path + "?lang=en", [.acceptLanguage: "ar"])
        #expect(english["Content-Language"] == "en" && english.text.contains("Amina"))
    }

    @Test func placementsHaveTheirSizesAndNetworksTheirLimits() async throws {
        let json = try await server.get("/v1/placements").json
        let placements = try #require(json["placements"] as? [[String: Any]])
        #expect(placements.map { $0["width"] as? Int } == [240, 96, 64])
        let networks = try #require(json["networks"] as? [[String: Any]])
        #expect(networks.map { $0["captionLimit"] as? Int } == [200, nil])
    }

    @Test(arguments: [
        "/v1/kits", "/v1/kits/tiny/templates?lang=en", "/v1/kits/tiny/templates/heart?lang=en",
        "/v1/placements", "/openapi.json",
    ])
    func aListIsSentOnce(path: String) async throws {
        let first = try await server.get(path)
        let tag = try #require(first["ETag"])
        #expect(first.status == 200 && first["Content-Type"] == "application/json")
        #expect(first["Cache-Control"] == "public, max-age=300")
        #expect(first["Access-Control-Allow-Origin"] == "*")
        for value in [tag, "W/\(tag)", "*"] {
            let reply = try await server.get(path, [.ifNoneMatch: value])
            #expect(reply.status == 304 && reply.body.isEmpty && reply["ETag"] == tag)
        }
        let head = try await server.head(path)
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head["Content-Length"] == String(first.body.count))
    }

    @Test(arguments: [
        ("/v1/kits?x=1", 400, ["unknown-parameter", "x"]),
        ("/v1/placements?lang=en", 400, ["unknown-parameter", "lang"]),
        ("/v1/kits/tiny/templates?v=1", 400, ["unknown-parameter", "v"]),
        ("/v1/kits/tiny/templates?lang=xx", 400, ["unknown-language", "lang"]),
        ("/v1/kits/none/templates", 404, ["unknown-kit"]),
        ("/v1/kits/tiny/templates/none", 404, ["unknown-template"]),
        ("/openapi.json?x", 400, ["unknown-parameter", "x"]),
    ])
    func aFaultHasItsStatusCodeAndParameter(
        path: String, status: Int, problem: [String]
    ) async throws {
        let reply = try await server.get(path)
        #expect(reply.status == status && reply.problem == problem)
    }
}
