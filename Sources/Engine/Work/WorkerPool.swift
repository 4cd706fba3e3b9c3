import BlueHeartSupport

/// An ordered parallel map: runs jobs on several cores and delivers the outcomes in order.
///
/// Only a few jobs are in flight, however many there are: memory stays constant over a long drop.
public struct WorkerPool: Sendable {
    public let engine: CardEngine
    /// Number of workers, at least 1.
    public let workers: Int

    /// Creates a pool.
    ///
    /// - Parameter workers: number of threads; with 1 the caller's own does the work.
    public init(engine: CardEngine, workers: Int) {
        precondition(workers >= 1, "\(workers) workers do no work")
        self.engine = engine
        self.workers = workers
    }

    /// The cores available to this process.
    public static var coreCount: Int { availableCores() }

    /// Runs until `next` returns nil and every outcome is delivered.
    ///
    /// - Parameters:
    ///   - next: the next job; called on the caller's thread, never more than `8 * workers` ahead.
    ///   - work: called on any thread, with a worker of that thread.
    ///   - deliver: takes the outcomes in the order of the jobs, on the caller's thread.
    /// - Throws: the errors of `next` or `deliver`; jobs in flight are finished and not delivered.
    public func run<Job: Sendable, Outcome: Sendable, Failure: Error>(
        next: () throws(Failure) -> Job?,
        work: @escaping @Sendable (CardWorker, Job) -> Outcome,
        deliver: (Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        guard workers > 1 else {
            let worker = engine.worker()
            while let job = try next() { try deliver(work(worker, job)) }
            return
        }
        let queue = OrderedJobQueue<Job, Outcome>()
        let threads = (0..<workers).map { _ in
            WorkerThread { [engine] in
                let worker = engine.worker()
                while let (number, job) = queue.takeJob() {
                    queue.put(work(worker, job), number: number)
                }
            }
        }
        defer {
            queue.close()
            for thread in threads { thread.join() }
        }
        try feed(queue, next: next, deliver: deliver)
    }

    private func feed<Job, Outcome, Failure: Error>(
        _ queue: OrderedJobQueue<Job, Outcome>, next: () throws(Failure) -> Job?,
        deliver: (Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        var (issued, delivered) = (0, 0)
        var isExhausted = false
        while true {
            while !isExhausted, issued - delivered < 8 * workers {
                guard let job = try next() else {
                    isExhausted = true
                    break
                }
                queue.add(job, number: issued)
                issued += 1
            }
            guard delivered < issued else { return }
            try deliver(queue.outcome(number: delivered))
            delivered += 1
        }
    }
}
