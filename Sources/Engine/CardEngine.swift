public import Diagnostics
import Languages
public import Placements
public import Templates
public import Typesetting

/// Knows where cards are made of what, and keeps what all workers share.
///
/// One for the process; safe to use from any thread. Each file counts as it was when it was first
/// read; who edits files makes a new engine.
public final class CardEngine: Sendable {
    public let options: EngineOptions
    let library: Library
    let images: ImageStore
    let strangersPictures: (any PictureDecoder)?

    /// Opens nothing yet: what a card needs is read when a card needs it.
    ///
    /// - Parameter strangersPictures: decodes the pictures that jobs bring along, of which SVG is
    ///   then refused and nothing is kept for the next job; nil decodes them here.
    public init(_ options: EngineOptions, strangersPictures: (any PictureDecoder)? = nil) {
        self.options = options
        self.strangersPictures = strangersPictures
        library = Library(options)
        images = ImageStore(limit: options.limits.keptImageBytes)
    }

    /// A worker for one thread.
    public func worker() -> CardWorker { CardWorker(engine: self) }

    /// The names of all kits, sorted.
    public func kitNames() throws(CardError) -> [String] { try library.kitNames() }

    /// A kit by its name, or by the path of its folder where that has a `/`.
    public func kit(_ name: String) throws(CardError) -> Kit { try library.kit(name).kit }

    /// The names of a kit's templates, sorted.
    public func templateNames(inKit kit: String) throws(CardError) -> [String] {
        try library.templateNames(in: library.kit(kit))
    }

    /// A template of a kit, or one in a file.
    public func template(
        _ choice: CardJob.TemplateChoice, inKit kit: String
    ) throws(CardError) -> Template {
        try library.template(choice, kit: kit).template
    }

    /// The sentences of a kit in one of its languages, by tag.
    public func words(_ language: String, ofKit kit: String) throws(CardError) -> WordList {
        let folder = try library.kit(kit)
        return try library.words(try folder.kit.language(language), of: folder)
    }

    /// Words that strangers may not put on the kit's cards, for each language that has a list.
    public func blockLists(ofKit kit: String) throws(CardError) -> [BlockList] {
        let folder = try library.kit(kit)
        var lists: [BlockList] = []
        for entry in folder.kit.languages {
            let file = "\(folder.path)/blocked/\(entry.language.tag).json"
            guard fileKind(at: file) == .file else { continue }
            let bytes = try library.document(file, "the list of blocked words")
            lists.append(try BlockList.read(bytes, file: file, language: entry.language))
        }
        return lists
    }

    /// All placements, in the order of their file.
    public func placements() throws(CardError) -> [Placement] {
        try library.placements().placements
    }

    /// All placements and networks.
    public func placementList() throws(CardError) -> PlacementList { try library.placements() }

    /// The families of fonts there are.
    public func fontCatalog() throws(CardError) -> FontCatalog { try library.fonts().catalog }
}

extension CardEngine {
    /// The kit a template belongs to: the one that is named, or that of a file's own folder.
    public func kit(
        of template: CardJob.TemplateChoice, inKit kit: String
    ) throws(CardError) -> Kit {
        try library.template(template, kit: kit).kit.kit
    }
}
