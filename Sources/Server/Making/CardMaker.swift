import CoreMetrics
import Diagnostics
import Engine
import Synchronization

/// Makes cards on the crew's threads, each once however many ask for it at the same time.
///
/// One for a server; safe to use from any thread.
final class CardMaker: Sendable {
    /// Why there is no card.
    enum Fault: Error, Sendable {
        case card(CardError)
        /// The queue has no room.
        case full
        /// The client is gone.
        case gone
    }

    private typealias Waiter = CheckedContinuation<Result<CardAnswer, Fault>, Never>

    /// A card that is being made, and who waits for it.
    private struct Flight {
        var waiters: [Int: Waiter] = [:]
        var ticket: RenderCrew.Ticket?
    }

    private struct State {
        var flights: [CardKey: Flight] = [:]
        var lastWaiter = 0
    }

    let crew: RenderCrew
    let cache: CardCache
    let counts: ServerCounts
    private let state = Mutex(State())

    init(crew: RenderCrew, cache: CardCache, counts: ServerCounts) {
        self.crew = crew
        self.cache = cache
        self.counts = counts
    }

    /// The card, from the cache or newly made.
    ///
    /// A card with a photo is not kept.
    ///
    /// - Parameter connection: whose client waits; the card is not made where all who wait are gone.
    func card(
        _ question: CardQuestion, for connection: Connection?
    ) async throws(Fault) -> CardAnswer {
        if let kept = kept(question) {
            counts.cached.increment()
            return kept
        }
        // Before anybody's words are looked at, which takes longer than all else of a refusal.
        if isOverrun(by: question.key) {
            counts.refused.increment()
            throw .full
        }
        if let error = question.refusal { throw .card(error) }
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        let outcome = await withCheckedContinuation { waiter in
            let isFirst = join(question.key, waiter, number: number)
            connection?.onGone(number: number) { [self] in leave(question.key, number) }
            if isFirst { submit(question) }
        }
        connection?.forgetAction(number: number)
        return try outcome.get()
    }
}

extension CardMaker {
    /// A card that is there already.
    func kept(_ question: CardQuestion) -> CardAnswer? {
        question.photos.isEmpty ? cache.take(question.key, from: question.shelf) : nil
    }

    /// Whether nobody makes the card, and nobody could be asked to.
    private func isOverrun(by key: CardKey) -> Bool {
        crew.isFull && state.withLock { $0.flights[key] == nil }
    }

    /// - Returns: whether the card must be submitted.
    private func join(_ key: CardKey, _ waiter: Waiter, number: Int) -> Bool {
        state.withLock { state in
            let isFirst = state.flights[key] == nil
            state.flights[key, default: Flight()].waiters[number] = waiter
            return isFirst
        }
    }

    private func submit(_ question: CardQuestion) {
        // A stranger's photo is used and forgotten, in all that was drawn with it.
        let ticket = crew.submit(memory: question.photos.isEmpty ? .kept : .wiped) {
            [self] worker in
            make(question, worker)
        }
        guard let ticket else {
            counts.refused.increment()
            land(question.key, .failure(.full))
            return
        }
        let isWanted = state.withLock { state in
            state.flights[question.key]?.ticket = ticket
            return state.flights[question.key] != nil
        }
        // All were gone before the ticket was known; or it is made already, and there is no flight.
        if !isWanted { _ = crew.withdraw(ticket) }
    }

    private func make(_ question: CardQuestion, _ worker: CardWorker) {
        do throws(CardError) {
            let answer = CardAnswer(try worker.render(question.job))
            counts.made.increment()
            if question.photos.isEmpty { cache.put(answer, for: question.key, on: question.shelf) }
            land(question.key, .success(answer))
        } catch {
            land(question.key, .failure(.card(error)))
        }
    }

    private func land(_ key: CardKey, _ outcome: Result<CardAnswer, Fault>) {
        let flight = state.withLock { $0.flights.removeValue(forKey: key) }
        for waiter in flight?.waiters.values.map({ $0 }) ?? [] { waiter.resume(returning: outcome) }
    }

    /// One who waited is gone; the last one takes the job along.
    private func leave(_ key: CardKey, _ number: Int) {
        let (waiter, ticket) = state.withLock { state -> (Waiter?, RenderCrew.Ticket?) in
            guard let waiter = state.flights[key]?.waiters.removeValue(forKey: number) else {
                return (nil, nil)
            }
            guard let flight = state.flights[key], flight.waiters.isEmpty else {
                return (waiter, nil)
            }
            state.flights[key] = nil
            return (waiter, flight.ticket)
        }
        if let ticket, crew.withdraw(ticket) { counts.abandoned.increment() }
        waiter?.resume(returning: .failure(.gone))
    }
}
