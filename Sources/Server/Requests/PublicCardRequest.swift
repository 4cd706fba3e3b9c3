import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTemplates

/// A card request of an untrusted user, with all names resolved and checked.
struct PublicCardRequest: Sendable {
    let kit: PublicKit
    let template: PublicTemplate
    let placement: Placement
    let language: Language
    let format: ImageFormat
    /// Values of the request, sorted by name; texts are normalised.
    let values: ParameterValues
    /// The request for a worker, with the supporter's mark if the values need it.
    let request: CardRequest
    let key: CardKey

    /// Creates a request.
    ///
    /// - Parameter pictures: the caller's own, by the keys that `values` gives them.
    init(
        kit: PublicKit, template: PublicTemplate, placement: Placement, language: Language,
        format: ImageFormat, values: ParameterValues, pictures: [String: [UInt8]] = [:]
    ) {
        self.kit = kit
        self.template = template
        self.placement = placement
        self.language = language
        self.format = format
        self.values = template.normalized(values)
        request = CardRequest(
            kit: kit.name, template: .named(template.name), language: language.tag,
            placement: placement.name, values: template.marked(self.values), pictures: pictures,
            format: format)
        let names = [
            kit.version, kit.name, template.name, placement.name, language.tag, format.rawValue,
            Query(request.values.pairs).canonical,
        ]
        let digests = pictures.sorted { $0.key < $1.key }
            .map { "\($0.key):\(sha256(of: $0.value))" }
        key = CardKey(of: (names + digests).joined(separator: "\n"))
    }
}

extension PublicCardRequest {
    /// True if the card contains users' own words; the template's examples do not count.
    var isPersonal: Bool {
        values.entries.contains { entry in
            guard let parameter = template.parameter(entry.name) else { return true }
            return parameter.isPersonal && !isExample(entry)
        }
    }

    var words: CardWords {
        guard isPersonal else { return .ofKit }
        return template.template.attributesWords ? .attributed : .own
    }

    /// True if the value is one of the kit's examples.
    private func isExample(_ entry: ParameterValues.Entry) -> Bool {
        let example = template.parameter(entry.name)?.example
        return entry.form == .text && kit.text(example, in: language) == entry.value
    }

    /// The reason to refuse the card; nil if it is allowed.
    var refusal: CardError? {
        let own = values.entries.filter { $0.trust == .untrusted && !isExample($0) }
        let faults = kit.textGuard.faults(of: own, template, on: language)
        return faults.isEmpty ? nil : CardError(.data, faults)
    }

    var hasPictures: Bool { !request.pictures.isEmpty }

    /// The parameter of the request's only picture.
    var onlyPicture: String? {
        let pictures = values.entries.filter { $0.form == .picture }
        return pictures.count == 1 ? pictures[0].name : nil
    }

    var partition: CardCache.Partition { isPersonal ? .personal : .shared }

    /// The canonical query of the same card, with its `?`.
    var canonicalQuery: String {
        "?" + Query(values.pairs + [Query.Pair("lang", language.tag)]).canonical
    }

    /// The path up to the placement: `/v1/cards/blue-heart/supporter/square`.
    var path: String { "/v1/cards/\(kit.name)/\(template.name)/\(placement.name)" }
}

extension PublicTemplate {
    /// The values sorted by name, with normalised texts.
    fileprivate func normalized(_ values: ParameterValues) -> ParameterValues {
        let entries = values.entries.map { entry in
            guard entry.form == .text, parameter(entry.name)?.kind == .text else { return entry }
            var entry = entry
            entry.value = publicText(entry.value)
            return entry
        }
        return ParameterValues(distinct: entries).sorted
    }

    /// The values with the supporter's mark, which also applies to the template's examples when a
    /// user gives them: a shared announcement is not an example.
    fileprivate func marked(_ values: ParameterValues) -> ParameterValues {
        let speaks = values.entries.contains {
            $0.form == .picture || parameter($0.name)?.speaks == true && !$0.value.isEmpty
        }
        guard speaks, hasSupporterMark else { return values }
        var marked = values
        marked.set(SupporterMark.entry)
        return marked
    }
}
