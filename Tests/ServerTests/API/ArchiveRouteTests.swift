import BlueHeartTestbench
import Foundation
import HTTPTypes
import Testing

@testable import BlueHeartServer

/// `/v1/drops/{kit}/{template}.zip`.
@Suite struct ArchiveRouteTests {
    private static let server = Result { try TestServer() }
    private let server: TestServer
    private let archive = "/v1/drops/tiny/greeting.zip?lang=en&name=Sam"

    init() throws { server = try Self.server.get() }

    @Test func anArchiveHasAllPlacementsWithTheirWords() async throws {
        let reply = try await server.get(archive)
        #expect(reply.status == 200 && reply["Content-Type"] == "application/zip")
        #expect(reply["Content-Location"] == archive && reply["Content-Language"] == "en")
        #expect(reply["Content-Disposition"]?.contains("\"Sam says hello (en).zip\"") == true)
        let scratch = try ScratchFolder()
        let file = try scratch.write(reply.body, to: "drop.zip")
        let script = "import zipfile; print('\\n'.join(zipfile.ZipFile('\(file)').namelist()))"
        let names = try Tool("/usr/bin/python3").run(["-c", script]).text
        let folder = "Sam says hello (en)/"
        let files = [
            "og.png", "og.alt.txt", "og.json", "og.html", "og.caption.here.txt",
            "og.caption.there.txt", "square.png", "square.alt.txt", "square.json", "square.html",
            "square.caption.here.txt",
        ]
        #expect(Set(names.split(separator: "\n")) == Set(files.map { folder[...] + $0 }))
    }

    @Test func anArchiveIsTheSameEveryTime() async throws {
        let first = try await server.get(archive)
        #expect(try await server.get(archive).body == first.body)
        let tag = try #require(first["ETag"])
        for value in [tag, "*"] {
            let reply = try await server.get(archive, [.ifNoneMatch: value])
            #expect(reply.status == 304 && reply.body.isEmpty)
        }
    }

    @Test func headRendersNothing() async throws {
        let server = try TestServer()
        let reply = try await server.head("/v1/drops/tiny/greeting.zip?lang=en&name=Nobody")
        #expect(reply.status == 200 && reply.body.isEmpty && reply["Content-Length"] == nil)
        #expect(try await server.metric("blueheart_cards_total{outcome=\"made\"}") == 0)
    }

    @Test(arguments: [
        ("/v1/drops/tiny/greeting.zip?lang=en", 422, ["missing-parameter", "name"]),
        ("/v1/drops/tiny/greeting.zip?name=A&lang=xx", 400, ["unknown-language", "lang"]),
        ("/v1/drops/tiny/greeting.zip?name=A&size=1", 400, ["unknown-parameter", "size"]),
        ("/v1/drops/tiny/greeting.zip?name=A&download=2", 400, ["unknown-choice", "download"]),
        ("/v1/drops/tiny/none.zip", 404, ["unknown-template"]),
        ("/v1/drops/none/heart.zip", 404, ["unknown-kit"]),
        ("/v1/drops/tiny/heart.tar", 404, ["not-found"]),
        ("/v1/drops/tiny/heart.zip?key=a", 403, ["bad-signature"]),
    ])
    func aFaultIsToldBeforeTheArchiveBegins(
        path: String, status: Int, problem: [String]
    ) async throws {
        let reply = try await server.get(path)
        #expect(reply.status == status && reply.problem == problem)
    }

    @Test func onlyAnAddressWithTheVersionIsKeptForEver() async throws {
        let version = server.server.catalog.kits[0].version
        let reply = try await server.head(archive + "&v=\(version)")
        #expect(reply["Cache-Control"] == "private, max-age=31536000, immutable")
        #expect(try await server.head(archive)["Cache-Control"]?.contains("max-age=3600") == true)
    }
}
