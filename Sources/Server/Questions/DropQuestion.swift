import Addresses
import Diagnostics
import Formats
import Languages
import Placements
import Templates

/// All placements of a template that are asked for at once, filled in alike.
struct DropQuestion: Sendable {
    /// In the template's order, each in its placement's best format; at least one.
    let cards: [CardQuestion]
    let key: CardKey

    init(
        kit: KitEntry, template: TemplateEntry, placements: [Placement], language: Language,
        filling: [Query.Pair]
    ) {
        cards = placements.map { placement in
            CardQuestion(
                kit: kit, template: template, placement: placement, language: language,
                format: placement.formats[0], filling: filling)
        }
        key = CardKey(of: (["drop"] + cards.map(\.key.digest)).joined(separator: "\n"))
    }

    private var first: CardQuestion { cards[0] }
    var language: Language { first.language }
    var isPersonal: Bool { first.isPersonal }

    /// The address that always has this drop: with its language.
    var location: String {
        "/v1/drops/\(first.kit.kit.name)/\(first.template.template.name).zip"
            + first.canonicalQuery
    }

    /// The archive's name, and that of the folder in it.
    ///
    /// - Parameter title: the cards'.
    func name(title: String, ending: String) -> FileName {
        FileName(
            title: title, template: first.template.template.name,
            ending: " (\(language.tag))\(ending)")
    }
}

extension QuestionReader {
    /// - Throws: as `read` does for one card.
    func readDrop(
        kit: String, template: String, query: Query, wishes: Wishes
    ) throws(Problem) -> Outcome<DropQuestion> {
        let kit = try self.kit(kit)
        let template = try self.template(template, of: kit)
        var vary: [String] = []
        let language = try self.language(query, kit.kit, wishes, &vary)
        let question = DropQuestion(
            kit: kit, template: template,
            placements: template.template.placements.compactMap { catalog.placements[$0] },
            language: language, filling: try filling(query, template))
        return Outcome(
            question: question, query: query, vary: vary, isVersioned: isVersioned(query, kit))
    }
}
