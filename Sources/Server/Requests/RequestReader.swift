import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTemplates
import BlueHeartWords
import HTTPTypes

/// Resolves and checks the names of a request by the rules for untrusted users.
struct RequestReader: Sendable {
    let catalog: PublicCatalog

    /// Headers that decide what the address does not.
    struct AcceptHeaders {
        /// `Accept`; nil if absent.
        var formats: String?
        /// `Accept-Language`.
        var languages: String?
    }

    /// A request for a card or a drop, with the caching properties of its address.
    struct Outcome<Value: Sendable>: Sendable {
        var request: Value
        /// The query of the address.
        var query: Query
        /// Names of request headers that affected the result.
        var vary: [String]
        /// True if the address contains the kit's version, so that its card never changes.
        var isVersioned: Bool
    }

    /// Reads a request for a card from an address.
    ///
    /// - Throws: as `read(_:for:_:)`.
    func read(
        kit: String, template: String, file: CardFile, query: Query, headers: AcceptHeaders
    ) throws(Problem) -> Outcome<PublicCardRequest> {
        let request = CardRequest(
            kit: kit, template: .named(template), language: query["lang"],
            placement: file.placement, values: query.values)
        let (card, vary) = try read(request, for: file.part, headers)
        return Outcome(
            request: card, query: query, vary: vary, isVersioned: isVersioned(query, card.kit))
    }

    /// Reads a request for a card from a body.
    ///
    /// - Throws: as `read(_:for:_:)`, and 400 for a part that cards do not have.
    func read(
        _ posted: PostedRequest, headers: AcceptHeaders
    ) throws(Problem) -> (CardFile, PublicCardRequest) {
        let ending = posted.answer.map { "." + $0 } ?? ""
        guard var file = CardFile("card" + ending) else {
            throw unknownAnswer(posted.answer ?? "")
        }
        let card = try read(posted.card, for: file.part, headers).card
        file.placement = card.placement.name
        return (file, card)
    }

    /// Resolves a request.
    ///
    /// - Returns: the card, with the names of the headers that affected it.
    /// - Throws: 404 for unknown names, 400 for an unknown language or refused values, 406 for a
    ///   format that the placement does not have.
    private func read(
        _ request: CardRequest, for part: CardPart?, _ headers: AcceptHeaders
    ) throws(Problem) -> (card: PublicCardRequest, vary: [String]) {
        let kit = try self.kit(request.kit ?? catalog.defaultKit)
        let template = try self.template(request.template, of: kit)
        let placement = try self.placement(request.placement ?? "", of: template)
        var vary: [String] = []
        let language = try self.language(request.language, kit.kit, headers, &vary)
        let format = try self.format(part, placement, headers, &vary)
        try check(request.values, template)
        let card = PublicCardRequest(
            kit: kit, template: template, placement: placement, language: language,
            format: format, values: request.values, pictures: request.pictures)
        return (card, vary)
    }

    private func unknownAnswer(_ answer: String) -> Problem {
        let answers = CardPart.all(network: "{network}").map { String($0.suffix.dropFirst()) }
        return Problem(
            .badRequest, parameter: "format", "unknown-choice",
            "expected \(alternatives(answers)), found \(quoted(answer))")
    }
}

extension RequestReader {
    func isVersioned(_ query: Query, _ kit: PublicKit) -> Bool {
        query["v"].map { isSameName($0, kit.version) } ?? false
    }

    func kit(_ name: String) throws(Problem) -> PublicKit {
        if let kit = catalog.kit(name) { return kit }
        throw missing("kit", name, among: catalog.kits.map(\.name))
    }

    func template(_ name: String, of kit: PublicKit) throws(Problem) -> PublicTemplate {
        if let template = kit.template(name) { return template }
        throw missing("template", name, among: kit.templates.map(\.name))
    }

    private func template(
        _ choice: TemplateChoice, of kit: PublicKit
    ) throws(Problem) -> PublicTemplate {
        switch choice {
        case .named(let name), .file(let name): try template(name, of: kit)
        }
    }

    func placement(_ name: String, of template: PublicTemplate) throws(Problem) -> Placement {
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

    /// The language of a request.
    ///
    /// - Parameter tag: nil to use the client's `Accept-Language`.
    func language(
        _ tag: String?, _ kit: Kit, _ headers: AcceptHeaders, _ vary: inout [String]
    ) throws(Problem) -> Language {
        guard let tag else {
            vary.append("Accept-Language")
            return preferredLanguage(headers.languages, of: kit.languages.map(\.language))
        }
        do throws(CardError) {
            return try kit.language(tag)
        } catch {
            let fault = error.diagnostics[0]
            throw Problem(
                .badRequest, parameter: "lang", fault.code, fault.message, hint: fault.hint)
        }
    }

    private func format(
        _ part: CardPart?, _ placement: Placement, _ headers: AcceptHeaders,
        _ vary: inout [String]
    ) throws(Problem) -> ImageFormat {
        if case .picture(let named) = part { return named }
        guard part == nil else { return placement.formats[0] }
        vary.append("Accept")
        if let best = preferredFormat(headers.formats, of: placement.formats) { return best }
        let types = placement.formats.map(\.mediaType).joined(separator: ", ")
        throw Problem(
            .notAcceptable, "no-such-format",
            "the picture is there as \(types), and the request accepts none of them")
    }
}
