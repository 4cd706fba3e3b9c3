import Addresses
import Diagnostics
import Engine
import Formats
import Languages
import Placements
import Requests
import Support
import Templates

/// One card that is asked for, everything it names found and checked.
struct CardQuestion: Sendable {
    let kit: KitEntry
    let template: TemplateEntry
    let placement: Placement
    let language: Language
    let format: ImageFormat
    /// Sorted by name; texts are normalised.
    let filling: [Query.Pair]
    /// What the card is filled with: that, and who made it.
    private let filled: [Query.Pair]
    /// Pictures of the caller's own, by the parameter that shows them.
    let photos: [String: [UInt8]]
    let key: CardKey

    init(
        kit: KitEntry, template: TemplateEntry, placement: Placement, language: Language,
        format: ImageFormat, filling: [Query.Pair], photos: [String: [UInt8]] = [:]
    ) {
        self.kit = kit
        self.template = template
        self.placement = placement
        self.language = language
        self.format = format
        let filling = filling.map { pair in
            guard template.parameter(pair.name)?.kind == .text else { return pair }
            return Query.Pair(pair.name, publicText(pair.value))
        }
        self.filling = Query(filling).sorted.pairs
        self.photos = photos
        filled = Self.marked(self.filling, photos, template)
        let named = photos.sorted { $0.key < $1.key }.map { "\($0.key):\(sha256(of: $0.value))" }
        key = CardKey(
            of: ([
                kit.version, kit.kit.name, template.template.name, placement.name, language.tag,
                format.rawValue, Query(filled).canonical,
            ] + named).joined(separator: "\n"))
    }

    /// Whether it has somebody's own words; the template's examples are not.
    var isPersonal: Bool {
        !photos.isEmpty
            || filling.contains { pair in
                guard let parameter = template.parameter(pair.name) else { return true }
                return parameter.isPersonal && !isExample(pair)
            }
    }

    /// Whether a value is what the kit itself gives as an example.
    private func isExample(_ pair: Query.Pair) -> Bool {
        let example = template.parameter(pair.name)?.example
        return kit.text(example, in: language) == pair.value
    }

    /// A stranger's card says that it is one, the template's examples filled in by hand, too: an
    /// announcement is nobody's example once it is shared.
    private static func marked(
        _ filling: [Query.Pair], _ photos: [String: [UInt8]], _ template: TemplateEntry
    ) -> [Query.Pair] {
        let speaks =
            !photos.isEmpty
            || filling.contains { template.parameter($0.name)?.speaks == true && !$0.value.isEmpty }
        return filling + (speaks && template.hasSupporterMark ? [SupporterMark.choice] : [])
    }

    /// What must not be said with it; nil where it may be made.
    var refusal: CardError? {
        let own = filling.filter { !isExample($0) }
        let faults = kit.textGuard.faults(of: own, template, on: language)
        return faults.isEmpty ? nil : CardError(.data, faults)
    }

    /// The parameter of the one photo that came along.
    var onlyPhoto: String? { photos.count == 1 ? photos.keys.first : nil }

    var partition: CardCache.Partition { isPersonal ? .personal : .shared }

    var request: CardRequest {
        let values = filled.map {
            ParameterValues.Entry($0.name, $0.value, source: .query, trust: .untrusted)
        }
        let pictures = photos.keys.sorted().map {
            ParameterValues.Entry($0, $0, form: .picture, source: .job, trust: .untrusted)
        }
        return CardRequest(
            kit: kit.kit.name, template: .named(template.template.name), language: language.tag,
            placement: placement.name, values: ParameterValues(values + pictures),
            pictures: photos, format: format)
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
