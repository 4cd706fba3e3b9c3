public import BlueHeartDiagnostics
public import BlueHeartPlacements
public import BlueHeartRequests
import BlueHeartSupport
import BlueHeartTemplates
public import BlueHeartTypesetting

/// Kits with their templates and words, placements and fonts, each read on first use and then kept.
///
/// All threads see the same state of a file: a drop is made from one state of its kit, even if the
/// kit is edited meanwhile.
public final class Catalog: Sendable {
    let options: EngineOptions
    private let kits = SharedCache<String, CatalogKit>()
    private let placementLists = SharedCache<String, DigestedDocument<PlacementList>>()
    /// The first requested slot; the second request reads the whole list.
    private let firstSlot = SharedCache<String, Slot>()
    private let fontLibraries = SharedCache<String, DigestedDocument<FontLibrary>>()
    private let kitFonts = SharedCache<String, FontLibrary>()

    init(_ options: EngineOptions) { self.options = options }
}

extension Catalog {
    /// The names of all kits, sorted.
    public func kitNames() throws(CardError) -> [String] {
        try names(in: options.templatesFolder, "the folder of kits").filter {
            fileKind(at: "\(options.templatesFolder)/\($0)/kit.json") == .file
        }
    }

    /// A kit by its name or folder.
    ///
    /// - Parameter name: a name in the templates folder, or the path of a kit's folder if it has a
    ///   `/`; nil for the default kit.
    public func kit(_ name: String?) throws(CardError) -> CatalogKit {
        guard let name = name ?? options.defaultKit else { throw try missingKit() }
        let isPath = name.utf8.contains(UInt8(ascii: "/"))
        guard isPath || isFileName(name) else { throw try unknownKit(name) }
        let folder = isPath ? name : "\(options.templatesFolder)/\(name)"
        return try kits.value(for: folder) { () throws(CardError) in
            guard isPath || fileKind(at: folder + "/kit.json") == .file else {
                throw try unknownKit(name)
            }
            return try CatalogKit(reading: folder, options)
        }
    }

    private func missingKit() throws(CardError) -> CardError {
        let names = try kitNames()
        return CardError(
            .data,
            Diagnostic(
                code: "missing-kit", "expected the name of a kit, found none",
                hint: names.isEmpty ? nil : "choose one of \(names.joined(separator: ", "))"))
    }

    private func unknownKit(_ name: String) throws(CardError) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "unknown-kit",
                "\(quoted(options.templatesFolder, limit: 300)) has no kit \(quoted(name))",
                hint: nameHint(for: name, among: try kitNames())))
    }

    /// A template with its kit.
    ///
    /// - Parameter kit: as for `kit(_:)`; a template file in a kit's folder belongs to that kit.
    public func template(
        _ choice: TemplateChoice, inKit kit: String?
    ) throws(CardError) -> CatalogTemplate {
        switch choice {
        case .named(let name):
            let kit = try self.kit(kit)
            return CatalogTemplate(
                choice: choice, kit: kit, template: try kit.template(named: name))
        case .file(let file):
            let kit = try self.kit(kitFolder(ofTemplate: file) ?? kit)
            return CatalogTemplate(
                choice: choice, kit: kit, template: try kit.template(inFile: file))
        }
    }

    /// The folder of a template's file as a path; nil if it contains no kit.
    private func kitFolder(ofTemplate file: String) -> String? {
        let folder = parentFolder(of: file)
        guard fileKind(at: folder + "/kit.json") == .file else { return nil }
        // With a slash it is a path and not the name of a kit.
        return folder.utf8.contains(UInt8(ascii: "/")) ? folder : "./" + folder
    }
}

extension Catalog {
    /// All placements and networks.
    public func placements() throws(CardError) -> PlacementList {
        try digestedPlacements().document
    }

    func digestedPlacements() throws(CardError) -> DigestedDocument<PlacementList> {
        try placementLists.value(for: options.placementsFile) { () throws(CardError) in
            let bytes = try placementsDocument()
            return DigestedDocument(
                document: try PlacementList.read(bytes, file: options.placementsFile),
                digest: sha256(of: bytes))
        }
    }

    private func placementsDocument() throws(CardError) -> [UInt8] {
        try document(options.placementsFile, "the list of placements", options.limits)
    }

    func slot(_ name: String) throws(CardError) -> Slot {
        let file = options.placementsFile
        if placementLists.kept(for: file) == nil {
            let first = firstSlot.kept(for: file)
            if let first, first.placement.name.utf8.elementsEqual(name.utf8) { return first }
            if first == nil,
                let found = try PlacementList.slot(name, in: try placementsDocument(), file: file)
            {
                // Another thread may have been first, with another placement.
                _ = firstSlot.value(for: file) { found }
                return found
            }
        }
        let list = try placements()
        return list.slot(of: try list.placement(name, kind: .data))
    }

    /// All font families of the product, and those of a kit.
    public func fontCatalog(of kit: CatalogKit? = nil) throws(CardError) -> FontCatalog {
        try fonts(of: kit).catalog
    }

    /// The fonts of a kit: its own, before those of the product.
    ///
    /// - Parameter kit: nil for those of the product alone, which kits without fonts share.
    /// - Throws: fonts that cannot be used, and families that the kit names and nobody has.
    func fonts(of kit: CatalogKit?) throws(CardError) -> FontLibrary {
        let product = try fonts()
        guard let kit else { return product }
        return try kitFonts.value(for: kit.path) { () throws(CardError) in
            let library = try library(of: kit, over: product)
            let faults = kit.kit.faults(inFonts: library.catalog.families.map(\.name))
            guard faults.isEmpty else { throw CardError(.asset, faults) }
            return library
        }
    }

    private func library(
        of kit: CatalogKit, over product: FontLibrary
    ) throws(CardError) -> FontLibrary {
        guard fileKind(at: kit.fontsFolder) == .folder else { return product }
        let own = try KitFonts(folder: kit.fontsFolder, product: productFonts)
        guard !own.families.isEmpty else { return product }
        return FontLibrary(catalog: product.catalog.adding(own.families), source: own)
    }

    private var productFonts: MappedFonts {
        MappedFonts(folder: options.fontsFolder + "/files")
    }

    private func fonts() throws(CardError) -> FontLibrary { try digestedFonts().document }

    /// The fonts of the product with a digest of their list.
    func digestedFonts() throws(CardError) -> DigestedDocument<FontLibrary> {
        try fontLibraries.value(for: options.fontsFolder) { () throws(CardError) in
            let file = options.fontsFolder + "/fonts.json"
            let bytes = try document(file, "the list of fonts", options.limits, kind: .asset)
            let library = FontLibrary(
                catalog: try FontCatalog.read(bytes, file: file),
                source: productFonts)
            return DigestedDocument(document: library, digest: sha256(of: bytes))
        }
    }
}
