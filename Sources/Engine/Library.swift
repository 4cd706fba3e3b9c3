import Diagnostics
import Placements
import Templates
import Typesetting

/// The documents cards are made from, each read when it is first needed and then kept.
///
/// All workers see a file as it was when the first of them asked for it: a drop is made from one
/// state of its kit, even while somebody edits it.
final class Library: Sendable {
    let options: EngineOptions
    private let kits = Memo<String, KitFolder>()
    let readTemplates = Memo<String, Template>()
    let wordLists = Memo<String, WordList>()
    private let placementLists = Memo<String, PlacementList>()
    /// The first slot that was asked for; the whole list is read for the second.
    private let firstSlot = Memo<String, Slot>()
    private let fontLibraries = Memo<String, FontLibrary>()

    init(_ options: EngineOptions) { self.options = options }
}

/// A kit and where its files are.
struct KitFolder: Sendable {
    let kit: Kit
    let path: String
}

extension Library {
    /// A kit by its name in the templates folder, or by the path of its folder.
    func kit(_ name: String) throws(CardError) -> KitFolder {
        let isPath = name.utf8.contains(UInt8(ascii: "/"))
        guard isPath || isFileName(name) else { throw try unknownKit(name) }
        let folder = isPath ? name : "\(options.templatesFolder)/\(name)"
        return try kits.value(for: folder) { () throws(CardError) in
            let file = folder + "/kit.json"
            guard isPath || fileKind(at: file) == .file else { throw try unknownKit(name) }
            let bytes = try document(file, "the kit")
            return KitFolder(kit: try Kit.read(bytes, file: file), path: folder)
        }
    }

    func kitNames() throws(CardError) -> [String] {
        try names(in: options.templatesFolder, "the folder of kits").filter {
            fileKind(at: "\(options.templatesFolder)/\($0)/kit.json") == .file
        }
    }

    private func unknownKit(_ name: String) throws(CardError) -> CardError {
        let names = try kitNames()
        return CardError(
            .template,
            Diagnostic(
                code: "unknown-kit",
                "\(quoted(options.templatesFolder, limit: 300)) has no kit \(quoted(name))",
                hint: nameHint(for: name, among: names)))
    }
}

extension Library {
    func placements() throws(CardError) -> PlacementList {
        try placementLists.value(for: options.placementsFile) { () throws(CardError) in
            let file = options.placementsFile
            return try PlacementList.read(try document(file, "the list of placements"), file: file)
        }
    }

    func slot(_ name: String) throws(CardError) -> Slot {
        let file = options.placementsFile
        if placementLists.kept(for: file) == nil {
            let first = firstSlot.kept(for: file)
            if let first, first.placement.name.utf8.elementsEqual(name.utf8) { return first }
            let bytes = try document(file, "the list of placements")
            if first == nil,
                let found = try PlacementList.slot(name, in: bytes, file: file)
            {
                // Another thread may have been first, with another placement.
                _ = firstSlot.value(for: file) { found }
                return found
            }
        }
        let list = try placements()
        return list.slot(of: try list.placement(name, kind: .data))
    }

    func fonts() throws(CardError) -> FontLibrary {
        try fontLibraries.value(for: options.fontsFolder) { () throws(CardError) in
            let file = options.fontsFolder + "/fonts.json"
            let bytes = try document(file, "the list of fonts", kind: .asset)
            return FontLibrary(
                catalog: try FontCatalog.read(bytes, file: file),
                source: MappedFonts(folder: options.fontsFolder + "/files"))
        }
    }
}

extension Library {
    /// The bytes of a JSON file, within the limit.
    func document(
        _ file: String, _ thing: String, kind: CardError.Kind = .template, limit: Int? = nil
    ) throws(CardError) -> [UInt8] {
        do {
            return try readFile(file, limit: limit ?? options.limits.documentBytes)
        } catch {
            throw error.error(kind, thing)
        }
    }

    func names(in folder: String, _ thing: String) throws(CardError) -> [String] {
        do {
            return try namesInFolder(folder)
        } catch {
            throw error.error(.template, thing)
        }
    }
}

/// Whether a name can only be that of a file in a folder: letters, digits, `-` and `_`.
public func isFileName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.allSatisfy(\.isNameByte)
}
