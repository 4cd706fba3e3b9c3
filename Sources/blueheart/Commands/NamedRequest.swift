import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartTemplates

/// A request with the name of its card's file.
struct NamedRequest: Sendable {
    var request: CardRequest
    /// File name without extension.
    var stem: String

    /// The cards of one template in several languages and placements.
    ///
    /// - Parameters:
    ///   - request: gives everything else.
    ///   - template: a name, or the path of a file.
    ///   - languages: `none` for the kit's first.
    ///   - placements: `none` for the template's first.
    /// - Throws: names and values unknown to the kit and the template.
    static func requests(
        like request: CardRequest, template: String, languages: Choice, placements: Choice,
        in catalog: Catalog
    ) throws(CardError) -> [NamedRequest] {
        let found = try catalog.template(request.template, inKit: request.kit)
        var finder = try SelectionFinder(catalog, kit: request.kit, templates: [template])
        let selection = try finder.selection(
            templates: [template],
            languages: languages.names(first: finder.kit.kit.languages[0].language.tag),
            placements: placements.names(first: found.placements[0]))
        try selection.checkNames(of: request.values)
        var names = CardNames()
        return selection.requests(like: request).map { request in
            NamedRequest(
                request: request,
                stem: names.claim(
                    template: found.name, language: request.language ?? "",
                    placement: request.placement ?? ""))
        }
    }
}

extension Choice {
    /// nil for all.
    fileprivate func names(first: String) -> [String]? {
        switch self {
        case .all: nil
        case .none: [first]
        case .named(let names): names
        }
    }
}
