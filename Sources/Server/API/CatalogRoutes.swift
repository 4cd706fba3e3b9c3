import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartTemplates
import HTTPTypes
import Hummingbird

/// `/v1/kits…` and `/v1/placements`: kits, templates and placements as JSON.
struct CatalogRoutes: Sendable {
    let reader: RequestReader

    var routes: [Route] {
        [
            Route(list("/v1/kits"), [.get: kits]),
            Route(list("/v1/kits/{kit}/templates", "lang"), [.get: templates]),
            Route(list("/v1/kits/{kit}/templates/{template}", "lang"), [.get: template]),
            Route(list("/v1/placements"), [.get: placements]),
        ]
    }

    private func list(_ pattern: String, _ names: String...) -> RouteFacts {
        .api(pattern, query: .only(names), caching: .minutes)
    }

    @Sendable
    private func kits(_ request: Request, _ context: ServerContext) async throws -> Response {
        return .json(
            ["kits": .array(reader.catalog.kits.map { $0.json })], to: request)
    }

    @Sendable
    private func templates(_ request: Request, _ context: ServerContext) async throws -> Response {
        let kit = try reader.kit(context.parameters.get("kit") ?? "")
        let language = try self.language(request, kit)
        return .json(
            [
                "kit": .string(kit.name), "language": .string(language.tag),
                "templates": .array(kit.templates.map { $0.json(in: language, of: kit) }),
            ], to: request, vary: "Accept-Language", language: language.tag)
    }

    @Sendable
    private func template(_ request: Request, _ context: ServerContext) async throws -> Response {
        let kit = try reader.kit(context.parameters.get("kit") ?? "")
        let template = try reader.template(context.parameters.get("template") ?? "", of: kit)
        let language = try self.language(request, kit)
        return .json(
            template.json(in: language, of: kit), to: request, vary: "Accept-Language",
            language: language.tag)
    }

    @Sendable
    private func placements(_ request: Request, _ context: ServerContext) async throws -> Response {
        let list = reader.catalog.placements
        return .json(
            [
                "placements": .array(list.placements.map(\.json)),
                "networks": .array(list.networks.map(\.json)),
            ], to: request)
    }

    /// Language of `lang`, else the one that `Accept-Language` prefers.
    private func language(_ request: Request, _ kit: PublicKit) throws(Problem) -> Language {
        var vary: [String] = []
        return try reader.language(
            try request.query()["lang"], kit.kit,
            RequestReader.AcceptHeaders(languages: request.headers[.acceptLanguage]), &vary)
    }
}
