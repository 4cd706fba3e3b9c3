public import Diagnostics
public import Placements

/// Knows where cards are made of what, and keeps what all workers share.
///
/// One for the process; safe to use from any thread.
public final class CardEngine: Sendable {
    public let options: EngineOptions

    /// Opens nothing yet: what a card needs is read when a card needs it.
    public init(_ options: EngineOptions) {
        self.options = options
    }

    /// The names of all kits, sorted.
    public func kitNames() throws(CardError) -> [String] {
        try folderNames(options.templatesFolder, "the folder of kits").filter {
            fileKind(at: "\(options.templatesFolder)/\($0)/kit.json") == .file
        }
    }

    /// The names of a kit's templates, sorted.
    public func templateNames(inKit kit: String) throws(CardError) -> [String] {
        let names = try folderNames(kitFolder(kit), "the kit")
        return names.filter { $0.hasSuffix(".json") && $0 != "kit.json" }
            .map { String($0.dropLast(".json".count)) }
    }

    /// All placements, in the order of their file.
    public func placements() throws(CardError) -> [Placement] {
        []
    }

    /// A worker for one thread.
    public func worker() -> CardWorker { CardWorker(engine: self) }

    /// The folder of a kit: a name in the templates folder, or a path where it has a `/`.
    func kitFolder(_ kit: String) -> String {
        kit.utf8.contains(UInt8(ascii: "/")) ? kit : "\(options.templatesFolder)/\(kit)"
    }

    private func folderNames(_ folder: String, _ thing: String) throws(CardError) -> [String] {
        do {
            return try namesInFolder(folder)
        } catch {
            throw error.error(.template, thing)
        }
    }
}
