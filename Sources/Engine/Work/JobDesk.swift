import Support

/// Where one thread lays jobs, others take them, and outcomes wait for their turn.
struct JobDesk<Job: Sendable, Outcome: Sendable>: Sendable {
    private struct State {
        /// In order; taken from the front.
        var jobs: [(number: Int, job: Job)] = []
        var outcomes: [Int: Outcome] = [:]
        var isClosed = false
    }

    private let monitor = Monitor(State())

    func add(_ job: Job, number: Int) {
        monitor.change { $0.jobs.append((number, job)) }
    }

    /// Waits for a job; nil once the desk is closed.
    func takeJob() -> (number: Int, job: Job)? {
        monitor.wait { state in
            if state.isClosed { return .some(nil) }
            // At most 8 jobs a worker lie here: taking the first is cheap.
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

    /// No more jobs are handed out.
    func close() {
        monitor.change { $0.isClosed = true }
    }
}
