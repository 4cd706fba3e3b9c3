import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTemplates

/// A request with everything it names found.
struct ResolvedRequest {
    /// The original request, with the template's examples if it asks for them.
    private(set) var request: CardRequest
    let kit: CatalogKit
    let template: Template
    let slot: Slot
    let language: Language
    /// The request's values; a picture file is replaced by its key in `ownImages`.
    private(set) var values = ParameterValues()
    /// The kit's own pictures.
    let artwork: ArtworkFolder
    /// The pictures of the request, by their names in the scene.
    private(set) var ownImages: [String: RequestImages.Place] = [:]

    var placement: Placement { slot.placement }

    /// Identifies a template of a kit: the name, or the path of a file.
    var templateKey: String {
        switch request.template {
        case .named(let name): name
        case .file(let file): file
        }
    }
}

extension Catalog {
    /// Finds everything that a request names; values are checked when the scene is made.
    ///
    /// - Throws: the first unknown name.
    func resolve(_ request: CardRequest) throws(CardError) -> ResolvedRequest {
        // Before the template: a process that makes one card reads only its placement.
        let named = try request.placement.map { (name) throws(CardError) in try slot(name) }
        let found = try template(request.template, inKit: request.kit)
        guard let named else {
            return try ResolvedRequest(request, found, try slot(found.placements[0]))
        }
        return try ResolvedRequest(request, found, named)
    }
}

extension ResolvedRequest {
    fileprivate init(
        _ request: CardRequest, _ found: CatalogTemplate, _ slot: Slot
    ) throws(CardError) {
        self.request = request
        (kit, template) = (found.kit, found.template)
        self.slot = slot
        if let tag = request.language {
            language = try found.kit.kit.language(tag)
        } else {
            language = found.kit.kit.languages[0].language
        }
        artwork = ArtworkFolder(path: kit.artworkFolder)
        try checkTrust()
        if request.gaps == .examples { fillGaps(try kit.words(in: language)) }
        findPictures()
    }

    /// - Throws: untrusted values of parameters that are not public, as if there were none of those.
    private func checkTrust() throws(CardError) {
        let open = template.parameters.filter(\.isPublic)
        let faults = request.values.entries.filter { entry in
            entry.trust == .untrusted && open.parameter(named: entry.name) == nil
                && template.parameters.parameter(named: entry.name) != nil
        }
        guard faults.isEmpty else {
            throw CardError(
                .data,
                faults.map {
                    .unknown("parameter", $0.name, among: open.map(\.name), at: $0.source.location)
                })
        }
    }

    private mutating func fillGaps(_ words: WordList) {
        for (name, text) in template.parameters.examples(in: words)
        where request.values[name] == nil {
            request.values.set(.init(name, text, source: .example))
        }
    }

    private mutating func findPictures() {
        values = request.values
        for var entry in request.values.entries
        where template.parameters.parameter(named: entry.name)?.kind == .image {
            guard let (key, place) = ownImage(entry) else { continue }
            ownImages[key] = place
            (entry.value, entry.form) = (key, .picture)
            values.set(entry)
        }
        for source in template.sources where source.isBesideTemplate {
            let folder = parentFolder(of: source.location.file)
            ownImages[source.name] = .file(joined(folder, source.name))
        }
    }

    /// A picture of the request, or a file if files are allowed and the value is trusted; nil for
    /// the kit's own artwork.
    ///
    /// A file's key begins with `/` or `./`, which no name of artwork does.
    private func ownImage(
        _ entry: ParameterValues.Entry
    ) -> (key: String, place: RequestImages.Place)? {
        let value = entry.value
        if entry.form == .picture {
            return request.pictures[value].map { (value, .bytes($0)) }
        }
        guard entry.trust == .trusted, case .from(let folder) = request.files, !value.isEmpty,
            !value.utf8.contains(0)
        else { return nil }
        let file = spelledPath(joined(folder, value))
        guard fileKind(at: file) == .file || !artwork.has(value) else { return nil }
        let isAbsolute = value.utf8.first == UInt8(ascii: "/")
        return (isAbsolute ? value : "./" + value, .file(file))
    }
}
