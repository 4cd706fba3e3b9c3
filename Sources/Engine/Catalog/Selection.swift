public import BlueHeartDiagnostics
public import BlueHeartRequests

/// Templates, languages and placements whose combinations are cards.
public struct Selection: Sendable {
    public var templates: [CatalogTemplate]
    /// Tags.
    public var languages: [String]
    /// nil for all that a template allows.
    public var placements: [String]?

    /// The placements of one template, in the requested order.
    public func placements(of template: CatalogTemplate) -> [String] {
        placements?.filter { template.takes(placement: $0) } ?? template.placements
    }

    public func hasParameter(_ name: String) -> Bool {
        templates.contains { $0.hasParameter(name) }
    }

    /// Checks the names of parameter values.
    ///
    /// - Throws: every value that is not a parameter of any of the templates.
    public func checkNames(of values: ParameterValues) throws(CardError) {
        let unknown = values.entries.filter { !hasParameter($0.name) }
        guard unknown.isEmpty else {
            let names = templates.flatMap(\.parameterNames)
            throw CardError(
                .data,
                unknown.map {
                    .unknown("parameter", $0.name, among: names, at: $0.source.location)
                })
        }
    }

    /// A request for each card: the same one with another template, language and placement.
    public func requests(like request: CardRequest) -> [CardRequest] {
        var requests: [CardRequest] = []
        for template in templates {
            for language in languages {
                for placement in placements(of: template) {
                    var request = request
                    request.template = template.choice
                    (request.language, request.placement) = (language, placement)
                    requests.append(request)
                }
            }
        }
        return requests
    }
}
