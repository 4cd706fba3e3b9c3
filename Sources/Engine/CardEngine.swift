/// Makes cards from a catalogue, and owns the caches shared by all workers.
///
/// One per process; safe to use from any thread. Files are read once; create a new engine to see
/// changes.
public final class CardEngine: Sendable {
    public let options: EngineOptions
    /// Kits, templates, words, placements and fonts.
    public let catalog: Catalog
    let images: ImageStore
    let untrustedDecoder: (any PictureDecoder)?

    /// Creates an engine without opening files; a card's files are read when needed.
    ///
    /// - Parameter untrustedDecoder: decoder for untrusted pictures in requests. With it, SVG is
    ///   refused and decoded pixels are not cached. nil: decode in process.
    public init(_ options: EngineOptions, untrustedDecoder: (any PictureDecoder)? = nil) {
        self.options = options
        self.untrustedDecoder = untrustedDecoder
        catalog = Catalog(options)
        images = ImageStore(limit: options.limits.keptImageBytes)
    }

    /// A worker for one thread.
    public func worker() -> CardWorker { CardWorker(engine: self) }
}
