import Synchronization

/// Finished cards in memory: those anybody may ask for, and apart from them those with somebody's
/// own words, so that names never drive out what all share.
///
/// One for a server; safe to use from any thread.
final class CardCache: Sendable {
    enum Shelf: Hashable, Sendable { case shared, personal }

    private let shared: Mutex<CardShelf>
    private let personal: Mutex<CardShelf>

    init(sharedBytes: Int, personalBytes: Int) {
        shared = Mutex(CardShelf(limit: sharedBytes))
        personal = Mutex(CardShelf(limit: personalBytes))
    }

    func take(_ key: CardKey, from shelf: Shelf) -> CardAnswer? {
        with(shelf) { $0.take(key) }
    }

    func put(_ answer: CardAnswer, for key: CardKey, on shelf: Shelf) {
        with(shelf) { $0.put(answer, for: key) }
    }

    /// Bytes and cards of a shelf.
    func size(of shelf: Shelf) -> (bytes: Int, count: Int) {
        with(shelf) { ($0.byteCount, $0.count) }
    }

    private func with<Result: Sendable>(
        _ shelf: Shelf, _ body: @Sendable (inout CardShelf) -> Result
    ) -> Result {
        switch shelf {
        case .shared: shared.withLock { body(&$0) }
        case .personal: personal.withLock { body(&$0) }
        }
    }
}
