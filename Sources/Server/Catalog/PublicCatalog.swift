import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartPlacements

/// The kits, templates and parameters open to untrusted users, read once when the server starts.
struct PublicCatalog: Sendable {
    private(set) var kits: [PublicKit]
    let placements: PlacementList
    /// The kit of requests that name none.
    let defaultKit: String

    /// Reads all kits with their templates and words.
    ///
    /// - Throws: the errors of a kit; a server does not start with a broken kit.
    init(_ engine: CardEngine) throws(CardError) {
        let catalog = engine.catalog
        placements = try catalog.placements()
        kits = try catalog.kitNames().map { (name) throws(CardError) in
            try PublicKit(try catalog.kit(name))
        }
        guard !kits.isEmpty else {
            throw CardError(
                .template,
                Diagnostic(
                    code: "unknown-kit",
                    "\(quoted(engine.options.templatesFolder, limit: 300)) has no kit"))
        }
        defaultKit = engine.options.defaultKit ?? kits[0].name
    }

    func kit(_ name: String) -> PublicKit? { kits.first { isSameName($0.name, name) } }

    /// The catalogue without the templates that attribute users' words to others.
    var withoutAttributions: PublicCatalog {
        var catalog = self
        catalog.kits = kits.map(\.withoutAttributions)
        return catalog
    }

    /// The catalogue without the parameters that take users' own words.
    var withoutOwnWords: PublicCatalog {
        var catalog = self
        catalog.kits = kits.map(\.withoutOwnWords)
        return catalog
    }
}
