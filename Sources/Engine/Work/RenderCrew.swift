import Support

/// Threads that make cards as they are asked for, each with a worker of its own, behind a queue
/// that does not grow.
///
/// One for a service; safe to use from any thread. Lives until `finish`.
public final class RenderCrew: Sendable {
    /// A job that was taken on.
    public struct Ticket: Hashable, Sendable { fileprivate let number: Int }

    public typealias Work = @Sendable (CardWorker) -> Void

    /// What a thread remembers of a job, to be faster at the next one.
    public enum Memory: Sendable {
        case kept
        /// Nothing: its worker goes, with all that was drawn.
        case wiped
    }

    private struct Job {
        var number: Int
        var memory: Memory
        var work: Work
    }

    private struct State {
        /// In order; taken from the front.
        var waiting: [Job] = []
        var lastNumber = 0
        var running = 0
        var isClosed = false
    }

    /// Jobs that wait at most; those at work are not counted.
    public let capacity: Int
    public let workers: Int
    private let state = Monitor(State())
    private let threads: Monitor<[WorkerThread]>

    /// Starts the threads.
    public init(engine: CardEngine, workers: Int, capacity: Int) {
        precondition(workers >= 1 && capacity >= 1, "\(workers) workers, a queue of \(capacity)")
        self.workers = workers
        self.capacity = capacity
        threads = Monitor(
            (0..<workers).map { [state] _ in
                WorkerThread {
                    var worker = engine.worker()
                    while let job = Self.take(from: state) {
                        job.work(worker)
                        if job.memory == .wiped { worker = engine.worker() }
                        state.change { $0.running -= 1 }
                    }
                }
            })
    }

    /// Puts a job at the end of the queue; nil where the queue is full or closed.
    public func submit(memory: Memory = .kept, _ work: @escaping Work) -> Ticket? {
        state.change { state in
            guard !state.isClosed, state.waiting.count < capacity else { return nil }
            state.lastNumber += 1
            state.waiting.append(Job(number: state.lastNumber, memory: memory, work: work))
            return Ticket(number: state.lastNumber)
        }
    }

    /// Takes a job back that nobody waits for any more.
    ///
    /// - Returns: whether it was still waiting; else it has begun and is finished.
    public func withdraw(_ ticket: Ticket) -> Bool {
        state.change { state in
            guard let index = state.waiting.firstIndex(where: { $0.number == ticket.number }) else {
                return false
            }
            state.waiting.remove(at: index)
            return true
        }
    }

    /// How many jobs wait, and how many are at work.
    public var load: (waiting: Int, running: Int) {
        state.look { ($0.waiting.count, $0.running) }
    }

    /// Whether a job that came now would not be taken on.
    public var isFull: Bool { state.look { $0.isClosed || $0.waiting.count >= capacity } }

    /// Takes on nothing more, does what waits and ends the threads; called once.
    public func finish() {
        state.change { $0.isClosed = true }
        for thread in threads.change({ $0 }) { thread.join() }
    }

    private static func take(from state: Monitor<State>) -> Job? {
        state.wait { state in
            guard !state.waiting.isEmpty else { return state.isClosed ? .some(nil) : nil }
            state.running += 1
            return .some(state.waiting.removeFirst())
        }
    }
}
