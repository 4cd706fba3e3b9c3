import BlueHeartDiagnostics
import BlueHeartEngine
import CoreMetrics
import Synchronization

/// Renders cards on worker threads; concurrent requests for one card share a rendering (single
/// flight).
///
/// One for a server; safe to use from any thread.
final class CardRenderer: Sendable {
    enum Fault: Error, Sendable {
        case card(CardError)
        case queueFull
        case clientGone
    }

    private typealias Waiter = CheckedContinuation<Result<CachedCard, Fault>, Never>

    /// A rendering in progress and the requests that wait for it.
    private struct Flight {
        var waiters: [Int: Waiter] = [:]
        var ticket: RenderQueue.Ticket?
    }

    private struct State {
        var flights: [CardKey: Flight] = [:]
        var lastWaiter = 0
    }

    let queue: RenderQueue
    let cache: CardCache
    let metrics: ServerMetrics
    private let state = Mutex(State())

    init(queue: RenderQueue, cache: CardCache, metrics: ServerMetrics) {
        self.queue = queue
        self.cache = cache
        self.metrics = metrics
    }

    /// The card, from the cache or newly rendered; cards with photos are not cached.
    ///
    /// - Parameter connection: of the client that waits; a rendering that has not begun is withdrawn
    ///   when all its clients are gone.
    func card(
        _ card: PublicCardRequest, for connection: Connection?
    ) async throws(Fault) -> CachedCard {
        if let cached = cached(card) {
            metrics.cached.increment()
            return cached
        }
        // Before the texts are moderated, which is the longest part of a refusal.
        if isOverloaded(by: card.key) {
            metrics.refused.increment()
            throw .queueFull
        }
        if let error = card.refusal { throw .card(error) }
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        let outcome = await withCheckedContinuation { waiter in
            let isFirst = join(card.key, waiter, number: number)
            connection?.onGone(number: number) { [self] in leave(card.key, number) }
            if isFirst { submit(card) } else { metrics.joined.increment() }
        }
        connection?.forgetAction(number: number)
        return try outcome.get()
    }
}

extension CardRenderer {
    func cached(_ card: PublicCardRequest) -> CachedCard? {
        card.hasPictures ? nil : cache.card(for: card.key, in: card.partition)
    }

    /// True if the card is not being rendered and the queue is full.
    private func isOverloaded(by key: CardKey) -> Bool {
        queue.isFull && state.withLock { $0.flights[key] == nil }
    }

    /// - Returns: true for the first request of a flight, which must submit the card.
    private func join(_ key: CardKey, _ waiter: Waiter, number: Int) -> Bool {
        state.withLock { state in
            let isFirst = state.flights[key] == nil
            state.flights[key, default: Flight()].waiters[number] = waiter
            return isFirst
        }
    }

    private func submit(_ card: PublicCardRequest) {
        // All that was drawn with a photo is forgotten with its worker.
        let ticket = queue.submit(memory: card.hasPictures ? .wiped : .kept) {
            [self] worker in
            render(card, worker)
        }
        guard let ticket else {
            metrics.refused.increment()
            land(card.key, .failure(.queueFull))
            return
        }
        let isWanted = state.withLock { state in
            state.flights[card.key]?.ticket = ticket
            return state.flights[card.key] != nil
        }
        // All clients left before the ticket was known, or the card is rendered already.
        if !isWanted { _ = queue.cancel(ticket) }
    }

    private func render(_ card: PublicCardRequest, _ worker: CardWorker) {
        do throws(CardError) {
            let answer = CachedCard(try worker.render(card.request))
            metrics.made.increment()
            if !card.hasPictures {
                cache.insert(answer, for: card.key, in: card.partition)
            }
            land(card.key, .success(answer))
        } catch {
            land(card.key, .failure(.card(error)))
        }
    }

    private func land(_ key: CardKey, _ outcome: Result<CachedCard, Fault>) {
        let flight = state.withLock { $0.flights.removeValue(forKey: key) }
        for waiter in flight?.waiters.values.map({ $0 }) ?? [] { waiter.resume(returning: outcome) }
    }

    /// Removes a waiting request whose client is gone; the last one withdraws the job.
    private func leave(_ key: CardKey, _ number: Int) {
        let (waiter, ticket) = state.withLock { state -> (Waiter?, RenderQueue.Ticket?) in
            guard let waiter = state.flights[key]?.waiters.removeValue(forKey: number) else {
                return (nil, nil)
            }
            guard let flight = state.flights[key], flight.waiters.isEmpty else {
                return (waiter, nil)
            }
            state.flights[key] = nil
            return (waiter, flight.ticket)
        }
        if let ticket, queue.cancel(ticket) { metrics.abandoned.increment() }
        waiter?.resume(returning: .failure(.clientGone))
    }
}
