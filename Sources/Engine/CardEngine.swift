/// Makes cards out of what a catalogue holds, and keeps what all workers share.
///
/// One for the process; safe to use from any thread. Each file counts as it was when it was first
/// read; who edits files makes a new engine.
public final class CardEngine: Sendable {
    public let options: EngineOptions
    /// Kits, templates, words, placements and fonts.
    public let catalog: Catalog
    let images: ImageStore
    let strangersPictures: (any PictureDecoder)?

    /// Opens nothing yet: what a card needs is read when a card needs it.
    ///
    /// - Parameter strangersPictures: decodes the pictures that requests bring along, of which SVG
    ///   is then refused and nothing is kept for the next card; nil decodes them here.
    public init(_ options: EngineOptions, strangersPictures: (any PictureDecoder)? = nil) {
        self.options = options
        self.strangersPictures = strangersPictures
        catalog = Catalog(options)
        images = ImageStore(limit: options.limits.keptImageBytes)
    }

    /// A worker for one thread.
    public func worker() -> CardWorker { CardWorker(engine: self) }
}
