import Addresses
import Diagnostics
import HTTPTypes
import Hummingbird
import JSON
import Languages
import Placements
import Templates

/// `/v1/kits…` and `/v1/placements`: what there is to ask for.
struct ListRoutes: Sendable {
    let reader: QuestionReader

    func add(to router: Router<CardContext>) {
        router.serve("/v1/kits", [.get: kits])
        router.serve("/v1/kits/:kit/templates", [.get: templates])
        router.serve("/v1/kits/:kit/templates/:template", [.get: template])
        router.serve("/v1/placements", [.get: placements])
    }

    @Sendable
    private func kits(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        return .json(
            ["kits": .array(reader.catalog.kits.map { $0.json })], to: request)
    }

    @Sendable
    private func templates(_ request: Request, _ context: CardContext) async throws -> Response {
        let kit = try reader.kit(context.parameters.get("kit") ?? "")
        let language = try self.language(request, kit)
        return .json(
            [
                "kit": .string(kit.kit.name), "language": .string(language.tag),
                "templates": .array(kit.templates.map { $0.json(in: language, of: kit) }),
            ], to: request, vary: "Accept-Language", language: language.tag)
    }

    @Sendable
    private func template(_ request: Request, _ context: CardContext) async throws -> Response {
        let kit = try reader.kit(context.parameters.get("kit") ?? "")
        let template = try reader.template(context.parameters.get("template") ?? "", of: kit)
        let language = try self.language(request, kit)
        return .json(
            template.json(in: language, of: kit), to: request, vary: "Accept-Language",
            language: language.tag)
    }

    @Sendable
    private func placements(_ request: Request, _ context: CardContext) async throws -> Response {
        try request.expectNoQuery()
        let list = reader.catalog.placements
        return .json(
            [
                "placements": .array(list.placements.map(\.json)),
                "networks": .array(list.networks.map(\.json)),
            ], to: request)
    }

    /// `lang`, or what the client likes best.
    private func language(_ request: Request, _ kit: KitEntry) throws(Problem) -> Language {
        let query = try request.query()
        if let other = query.without("lang").pairs.first {
            throw Problem(
                .badRequest, parameter: String(quoted(other.name).dropFirst().dropLast()),
                "unknown-parameter", "expected no parameter but lang, found \(quoted(other.name))")
        }
        var vary: [String] = []
        return try reader.language(
            query, kit.kit,
            QuestionReader.Wishes(languages: request.headers[.acceptLanguage]), &vary)
    }
}
