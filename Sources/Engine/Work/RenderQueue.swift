import BlueHeartSupport

/// A bounded queue of jobs with a pool of threads, each with its own worker.
///
/// One per service; safe to use from any thread. Lives until `finish`.
public final class RenderQueue: Sendable {
    /// Identifies an accepted job.
    public struct Ticket: Hashable, Sendable { fileprivate let number: Int }

    public typealias Work = @Sendable (CardWorker) -> Void

    /// Treatment of a thread's caches after a job.
    public enum Memory: Sendable {
        case kept
        /// Discarded: the worker is replaced by a new one.
        case wiped
    }

    private struct Job {
        var number: Int
        var memory: Memory
        var work: Work
    }

    private struct State {
        /// Jobs in order; taken from the front.
        var waiting: [Job] = []
        var lastNumber = 0
        var running = 0
        var isClosed = false
    }

    /// Largest number of waiting jobs; running jobs are not counted.
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

    /// Appends a job to the queue; nil if the queue is full or closed.
    public func submit(memory: Memory = .kept, _ work: @escaping Work) -> Ticket? {
        state.change { state in
            guard !state.isClosed, state.waiting.count < capacity else { return nil }
            state.lastNumber += 1
            state.waiting.append(Job(number: state.lastNumber, memory: memory, work: work))
            return Ticket(number: state.lastNumber)
        }
    }

    /// Removes a job that is no longer needed.
    ///
    /// - Returns: true if it was still waiting; otherwise it is running and will be finished.
    public func cancel(_ ticket: Ticket) -> Bool {
        state.change { state in
            guard let index = state.waiting.firstIndex(where: { $0.number == ticket.number }) else {
                return false
            }
            state.waiting.remove(at: index)
            return true
        }
    }

    /// Number of waiting and of running jobs.
    public var load: (waiting: Int, running: Int) {
        state.look { ($0.waiting.count, $0.running) }
    }

    /// True if a new job would be refused.
    public var isFull: Bool { state.look { $0.isClosed || $0.waiting.count >= capacity } }

    /// Closes the queue, runs the waiting jobs and ends the threads; called once.
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
