import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates

/// Selection on the page: kit, language, template, placement and values.
///
/// A page refuses no address: it replaces an unknown name by the first choice.
struct PageChoice: Sendable {
    let kit: PublicKit
    let language: Language
    let template: PublicTemplate
    let placement: Placement
    let network: Network
    /// Values of public parameters that are not empty, in the template's order.
    let values: ParameterValues

    /// Query name of the place.
    static let placeName = "for"

    init(_ query: Query, wishes: String?, in catalog: PublicCatalog, languages: [Language]) {
        let kit = query["kit"].flatMap { catalog.kit($0) } ?? catalog.kits[0]
        self.kit = kit
        language =
            languages.first { isSameName($0.tag, query["lang"] ?? "") }
            ?? preferredLanguage(wishes, of: languages)
        let template = kit.shown(query["template"])
        self.template = template
        let places = catalog.places(of: template)
        let place = places.chosen(by: query[Self.placeName])
        (placement, network) = (place.placement, place.network)
        values = ParameterValues(
            distinct: template.parameters.compactMap { parameter in
                guard parameter.kind != .image, let value = query[parameter.name], !value.isEmpty
                else { return nil }
                return .init(parameter.name, value, source: .query, trust: .untrusted)
            })
    }

    func value(_ parameter: Parameter) -> String? {
        values[parameter.name]?.value
    }

    /// Required parameters without a value.
    var missing: [Parameter] {
        template.parameters.filter { $0.isRequired && $0.kind != .image && value($0) == nil }
    }

    /// The values, with examples of missing ones.
    var shownValues: ParameterValues {
        var shown = values
        for parameter in missing {
            let example = kit.text(parameter.example, in: language)
            if let example { shown.set(.init(parameter.name, example, source: .example)) }
        }
        return shown
    }

    /// The card in the preferred format of its placement.
    var card: PublicCardRequest {
        PublicCardRequest(
            kit: kit, template: template, placement: placement, language: language,
            format: placement.formats[0], values: shownValues)
    }

    /// Query of the page with this selection.
    var query: Query { Query(emptyQuery.pairs + values.pairs) }

    /// Query of the page with this selection and an empty form.
    var emptyQuery: Query {
        Query([
            Query.Pair("kit", kit.name), Query.Pair("lang", language.tag),
            Query.Pair("template", template.name),
            Query.Pair(Self.placeName, "\(network.name).\(placement.name)"),
        ])
    }
}

/// A placement on one network.
struct Place: Hashable, Sendable {
    var placement: Placement
    var network: Network

    var name: String { "\(network.name).\(placement.name)" }
}

extension PublicCatalog {
    /// Places of a template by network, in the order of the list.
    func places(of template: PublicTemplate) -> [Place] {
        let placements = template.template.placements.compactMap { self.placements[$0] }
        return self.placements.networks.flatMap { network in
            placements.filter { $0.networks.contains { isSameName($0, network.name) } }
                .map { Place(placement: $0, network: network) }
        }
    }
}

extension [Place] {
    /// The place of that name; else the first of the same network, else the square one, else the
    /// first.
    func chosen(by name: String?) -> Place {
        let network = name.map { $0.prefix { $0 != "." } } ?? ""
        let found =
            first { isSameName($0.name, name ?? "") }
            ?? first { isSameName($0.network.name, String(network)) }
            ?? first { isSameName($0.placement.name, "square") } ?? first
        guard let found else { preconditionFailure("a template is laid out for some network") }
        return found
    }
}
