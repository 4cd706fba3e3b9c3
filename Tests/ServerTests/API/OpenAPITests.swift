import BlueHeartTestbench
import Foundation
import HTTPTypes
import Testing

@testable import BlueHeartServer

/// The OpenAPI document says what the router does.
@Suite struct OpenAPITests {
    /// One path of the document.
    private struct Path {
        var pattern: String
        var methods: Set<String>
        var query: Set<String>
        var placeholders: Set<String>
    }

    private let routes: [Route]
    private let paths: [Path]

    init() throws {
        routes = try TestServer().server.routes
        let data = try Data(contentsOf: URL(fileURLWithPath: projectFolder + "/web/openapi.json"))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let components = try #require(root["components"] as? [String: Any])
        let parameters = try #require(components["parameters"] as? [String: [String: Any]])
        let items = try #require(root["paths"] as? [String: [String: Any]])
        paths = try items.map { pattern, item in
            let references = item["parameters"] as? [[String: String]] ?? []
            let used = try references.map { reference in
                let name = try #require(reference["$ref"]?.split(separator: "/").last)
                return try #require(parameters[String(name)])
            }
            func names(in place: String) -> Set<String> {
                Set(
                    used.filter { $0["in"] as? String == place }.compactMap {
                        $0["name"] as? String
                    })
            }
            return Path(
                pattern: pattern, methods: Set(item.keys).subtracting(["parameters"]),
                query: names(in: "query"), placeholders: names(in: "path"))
        }
    }

    /// The route that serves a path of the document, whose endings of a card are one route.
    private func route(of path: Path) -> Route? {
        routes.first { $0.facts.pattern == path.pattern }
            ?? routes.first { route in
                route.facts.pattern.hasSuffix("/{file}")
                    && path.pattern.hasPrefix(route.facts.pattern.dropLast(6) + "{placement}")
            }
    }

    @Test func everyPathOfTheDocumentIsServedByItsMethods() throws {
        for path in paths {
            let found = route(of: path)
            let route = try #require(found, "nothing serves \(path.pattern)")
            let methods = route.handlers.keys.map { $0.rawValue.lowercased() }
            #expect(path.methods == Set(methods).subtracting(["head"]), "\(path.pattern)")
        }
    }

    @Test func everyRouteForProgramsIsInTheDocument() {
        let documented = Set(paths.compactMap { route(of: $0)?.facts.pattern })
        let expected = routes.filter { $0.facts.errors == .documents }.map(\.facts.pattern)
        #expect(documented == Set(expected))
    }

    @Test func thePathsTakeTheQueryThatTheRoutesTake() throws {
        for path in paths {
            let found = route(of: path)
            let facts = try #require(found).facts
            let names: Set<String> =
                switch facts.query {
                case .only(let names): Set(names)
                case .parametersAnd(let names): Set(names + ["fields"])
                case .any: []
                }
            #expect(path.query == names, "\(path.pattern)")
        }
    }

    @Test func everyPlaceholderIsAParameter() {
        for path in paths {
            let names = path.pattern.matches(of: /\{(\w+)\}/).map { String($0.1) }
            #expect(path.placeholders == Set(names), "\(path.pattern)")
        }
    }

    /// An ending of the document that the server did not know would be 404.
    @Test func everyEndingOfACardIsServed() async throws {
        let server = try TestServer()
        let values = [
            "kit": "tiny", "template": "heart", "placement": "og", "network": "here",
            "format": "png",
        ]
        for path in paths where path.pattern.hasPrefix("/v1/") && path.methods == ["get"] {
            var address = path.pattern
            for (name, value) in values { address = address.replacing("{\(name)}", with: value) }
            #expect(try await server.get(address).status == 200, "\(address)")
        }
    }

    @Test func patternsAreServedOnce() {
        #expect(Set(routes.map(\.facts.pattern)).count == routes.count)
    }
}
