import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates

/// A request for all placements of a template with the same values.
struct PublicDropRequest: Sendable {
    /// The cards in the template's order, each in the best format of its placement; at least one.
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
    var words: CardWords { first.words }

    /// The address of this drop, with its language.
    var location: String {
        "/v1/drops/\(first.kit.name)/\(first.template.name).zip" + first.canonicalQuery
    }

    /// The name of the archive and of the folder in it.
    ///
    /// - Parameter title: the title of the cards.
    func name(title: String, ending: String) -> FileName {
        FileName(archiveOf: first, title: title, ending: ending)
    }
}

extension RequestReader {
    /// Reads a request for a drop.
    ///
    /// - Throws: as `read` for one card.
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
