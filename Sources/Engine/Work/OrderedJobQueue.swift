import BlueHeartSupport

/// A queue of jobs from one thread to others, with a buffer that returns outcomes in order.
struct OrderedJobQueue<Job: Sendable, Outcome: Sendable>: Sendable {
    private struct State {
        /// Jobs in order; taken from the front.
        var jobs: [(number: Int, job: Job)] = []
        var outcomes: [Int: Outcome] = [:]
        var isClosed = false
    }

    private let monitor = Monitor(State())

    func add(_ job: Job, number: Int) {
        monitor.change { $0.jobs.append((number, job)) }
    }

    /// Waits for a job; nil after the queue is closed.
    func takeJob() -> (number: Int, job: Job)? {
        monitor.wait { state in
            if state.isClosed { return .some(nil) }
            // At most 8 jobs per worker are queued: removing the first is cheap.
            return state.jobs.isEmpty ? nil : .some(state.jobs.removeFirst())
        }
    }

    func put(_ outcome: Outcome, number: Int) {
        monitor.change { $0.outcomes[number] = outcome }
    }

    /// Waits for the outcome of one job.
    func outcome(number: Int) -> Outcome {
        monitor.wait { $0.outcomes.removeValue(forKey: number) }
    }

    /// Stops handing out jobs.
    func close() {
        monitor.change { $0.isClosed = true }
    }
}
