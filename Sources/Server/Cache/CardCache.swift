import Synchronization

/// Rendered cards in memory, in two partitions, so that cards with people's own words never evict
/// the cards that everybody asks for.
///
/// One for a server; safe to use from any thread.
final class CardCache: Sendable {
    enum Partition: String, Sendable, CaseIterable { case shared, personal }

    private let shared: Mutex<TinyLFUCache<CachedCard>>
    private let personal: Mutex<TinyLFUCache<CachedCard>>

    init(sharedBytes: Int, personalBytes: Int) {
        shared = Mutex(TinyLFUCache(limit: sharedBytes))
        personal = Mutex(TinyLFUCache(limit: personalBytes))
    }

    func card(for key: CardKey, in partition: Partition) -> CachedCard? {
        with(partition) { $0.value(for: key) }
    }

    func insert(_ card: CachedCard, for key: CardKey, in partition: Partition) {
        with(partition) { $0.insert(card, cost: card.byteCount, for: key) }
    }

    func size(of partition: Partition) -> (bytes: Int, count: Int) {
        with(partition) { ($0.byteCount, $0.count) }
    }

    private func with<Result: Sendable>(
        _ partition: Partition, _ body: @Sendable (inout TinyLFUCache<CachedCard>) -> Result
    ) -> Result {
        switch partition {
        case .shared: shared.withLock { body(&$0) }
        case .personal: personal.withLock { body(&$0) }
        }
    }
}
