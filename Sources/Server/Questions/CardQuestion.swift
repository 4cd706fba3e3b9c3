import Addresses
import Diagnostics
import Engine
import Languages
import Placements
import Templates

/// One card that is asked for, everything it names found and checked.
struct CardQuestion: Sendable {
    let kit: KitEntry
    let template: TemplateEntry
    let placement: Placement
    let language: Language
    let format: Placement.Format
    /// Sorted by name; texts are normalised.
    let filling: [Query.Pair]
    let key: CardKey

    init(
        kit: KitEntry, template: TemplateEntry, placement: Placement, language: Language,
        format: Placement.Format, filling: [Query.Pair]
    ) {
        self.kit = kit
        self.template = template
        self.placement = placement
        self.language = language
        self.format = format
        self.filling = Query(filling).sorted.pairs
        key = CardKey(
            of: [
                kit.version, kit.kit.name, template.template.name, placement.name, language.tag,
                format.rawValue, Query(filling).canonical,
            ].joined(separator: "\n"))
    }

    /// Whether it has somebody's own words; the template's examples are not.
    var isPersonal: Bool {
        filling.contains { pair in
            guard let parameter = template.parameter(pair.name) else { return true }
            return parameter.isPersonal && parameter.example != pair.value
        }
    }

    var shelf: CardCache.Shelf { isPersonal ? .personal : .shared }

    var job: CardJob {
        CardJob(
            kit: kit.kit.name, template: .named(template.template.name), language: language.tag,
            placement: placement.name,
            filling: Dictionary(uniqueKeysWithValues: filling.map { ($0.name, $0.value) }),
            format: format)
    }

    /// The query that asks for the same card, in its one form; empty or with its `?`.
    var canonicalQuery: String {
        "?" + Query(filling + [Query.Pair("lang", language.tag)]).canonical
    }

    /// The path up to the placement: `/v1/cards/blue-heart/supporter/square`.
    var path: String {
        "/v1/cards/\(kit.kit.name)/\(template.template.name)/\(placement.name)"
    }
}
