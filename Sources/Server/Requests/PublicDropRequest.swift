import Addresses
import Diagnostics
import Formats
import Languages
import Placements
import Requests
import Templates

/// All placements of a template that are asked for at once, with the same values.
struct PublicDropRequest: Sendable {
    /// In the template's order, each in its placement's best format; at least one.
    let cards: [PublicCardRequest]
    let key: CardKey

    init(
        kit: PublicKit, template: PublicTemplate, placements: [Placement], language: Language,
        values: ParameterValues
    ) {
        cards = placements.map { placement in
            PublicCardRequest(
                kit: kit, template: template, placement: placement, language: language,
                format: placement.formats[0], values: values)
        }
        key = CardKey(of: (["drop"] + cards.map(\.key.digest)).joined(separator: "\n"))
    }

    private var first: PublicCardRequest { cards[0] }
    var language: Language { first.language }
    var isPersonal: Bool { first.isPersonal }

    /// The address that always has this drop: with its language.
    var location: String {
        "/v1/drops/\(first.kit.name)/\(first.template.name).zip" + first.canonicalQuery
    }

    /// The archive's name, and that of the folder in it.
    ///
    /// - Parameter title: the cards'.
    func name(title: String, ending: String) -> FileName {
        FileName(
            title: title, template: first.template.name, ending: " (\(language.tag))\(ending)")
    }
}

extension RequestReader {
    /// - Throws: as `read` does for one card.
    func readDrop(
        kit: String, template: String, query: Query, headers: AcceptHeaders
    ) throws(Problem) -> Outcome<PublicDropRequest> {
        let kit = try self.kit(kit)
        let template = try self.template(template, of: kit)
        var vary: [String] = []
        let language = try self.language(query["lang"], kit.kit, headers, &vary)
        let values = query.values
        try check(values, template)
        let request = PublicDropRequest(
            kit: kit, template: template,
            placements: template.template.placements.compactMap { catalog.placements[$0] },
            language: language, values: values)
        return Outcome(
            request: request, query: query, vary: vary, isVersioned: isVersioned(query, kit))
    }
}
