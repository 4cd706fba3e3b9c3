import Addresses
import Diagnostics
import Engine
import Formats
import HTTPTypes
import Languages
import Placements
import Templates
import Words

/// Turns an address into a question for a card.
struct QuestionReader: Sendable {
    let catalog: KitCatalog

    /// What a request says beside its address.
    struct Wishes {
        /// `Accept`; nil where it is not said.
        var formats: String?
        /// `Accept-Language`.
        var languages: String?
    }

    /// A question for a card or a drop, and what caches must know of its address.
    struct Outcome<Question: Sendable>: Sendable {
        var question: Question
        /// That of the address.
        var query: Query
        /// Names of request headers that had a say.
        var vary: [String]
        /// Whether the address names the kit's content, so that its card never changes.
        var isVersioned: Bool
    }

    /// - Throws: 404 for what is not there, 400 for a query that is not understood, 406 for a
    ///   format that the placement does not have.
    func read(
        kit: String, template: String, file: CardFile, query: Query, wishes: Wishes
    ) throws(Problem) -> Outcome<CardQuestion> {
        let kit = try self.kit(kit)
        let template = try self.template(template, of: kit)
        let placement = try self.placement(file.placement, of: template)
        var vary: [String] = []
        let language = try self.language(query, kit.kit, wishes, &vary)
        let format = try self.format(file.part, placement, wishes, &vary)
        let filling = try self.filling(query, template)
        return Outcome(
            question: CardQuestion(
                kit: kit, template: template, placement: placement, language: language,
                format: format, filling: filling),
            query: query, vary: vary, isVersioned: isVersioned(query, kit))
    }
}

extension QuestionReader {
    func isVersioned(_ query: Query, _ kit: KitEntry) -> Bool {
        query["v"].map { isSameName($0, kit.version) } ?? false
    }

    func kit(_ name: String) throws(Problem) -> KitEntry {
        if let kit = catalog.kit(name) { return kit }
        throw missing("kit", name, among: catalog.kits.map(\.kit.name))
    }

    func template(_ name: String, of kit: KitEntry) throws(Problem) -> TemplateEntry {
        if let template = kit.template(name) { return template }
        throw missing("template", name, among: kit.templates.map(\.template.name))
    }

    func placement(_ name: String, of template: TemplateEntry) throws(Problem) -> Placement {
        let names = template.template.placements
        if names.contains(where: { isSameName($0, name) }), let found = catalog.placements[name] {
            return found
        }
        throw missing("placement", name, among: names)
    }

    private func missing(_ thing: String, _ name: String, among names: [String]) -> Problem {
        .notFound(
            "unknown-\(thing)", "there is no \(thing) \(quoted(name))",
            hint: nameHint(for: name, among: names))
    }

    func language(
        _ query: Query, _ kit: Kit, _ wishes: Wishes, _ vary: inout [String]
    ) throws(Problem) -> Language {
        guard let tag = query["lang"] else {
            vary.append("Accept-Language")
            return preferredLanguage(wishes.languages, of: kit.languages.map(\.language))
        }
        do throws(CardError) {
            return try kit.language(tag)
        } catch {
            let fault = error.diagnostics[0]
            throw Problem(
                .badRequest, parameter: "lang", fault.code, fault.message, hint: fault.hint)
        }
    }

    func format(
        _ part: CardPart?, _ placement: Placement, _ wishes: Wishes,
        _ vary: inout [String]
    ) throws(Problem) -> ImageFormat {
        if case .picture(let named) = part { return named }
        guard part == nil else { return placement.formats[0] }
        vary.append("Accept")
        if let best = preferredFormat(wishes.formats, of: placement.formats) { return best }
        let types = placement.formats.map(\.mediaType).joined(separator: ", ")
        throw Problem(
            .notAcceptable, "no-such-format",
            "the picture is there as \(types), and the request accepts none of them")
    }

    /// The parameters of a query, each known, public and not a picture.
    func filling(
        _ query: Query, _ template: TemplateEntry
    ) throws(Problem) -> [Query.Pair] {
        var pairs: [Query.Pair] = []
        var faults: [Problem.Entry] = []
        for pair in query.pairs where !isReserved(pair.name) {
            if let fault = fault(of: pair, template) { faults.append(fault) }
            pairs.append(pair)
        }
        guard let first = faults.first else { return pairs }
        throw Problem(.badRequest, first.code, first.message, entries: faults)
    }

    /// Whether a name has a meaning in every query, so that it is no parameter's.
    func isReserved(_ name: String) -> Bool {
        TemplateEntry.reservedNames.contains { isSameName($0, name) }
    }

    private func fault(of pair: Query.Pair, _ template: TemplateEntry) -> Problem.Entry? {
        guard let parameter = template.parameter(pair.name) else {
            let names = template.parameters.map(\.name)
            return Problem.Entry(
                parameter: quotedName(pair.name), code: "unknown-parameter",
                message: "\(quoted(template.template.name)) has no public parameter "
                    + quoted(pair.name),
                hint: nameHint(for: pair.name, among: names))
        }
        guard parameter.kind == .image else { return nil }
        return Problem.Entry(
            parameter: parameter.name, code: "picture-in-address",
            message: "\(quoted(parameter.name)) is a picture, which no address can carry",
            hint: "send it with POST /v1/cards")
    }
}

/// A name of the caller's, cut and without what cannot be seen.
func quotedName(_ name: String) -> String { String(quoted(name).dropFirst().dropLast()) }
