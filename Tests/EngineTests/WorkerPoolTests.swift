import BlueHeartEngine
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
    private let engine = CardEngine(EngineOptions(home: "/nowhere"))

    private enum Stop: Error { case here }

    @Test(arguments: [1, 2, 5])
    func outcomesComeInTheOrderOfTheJobs(workers: Int) {
        var next = 0
        var outcomes: [Int] = []
        WorkerPool(engine: engine, workers: workers).run(
            next: { () -> Int? in
                defer { next += 1 }
                return next < 200 ? next : nil
            },
            work: { _, job in
                // Jobs end in another order than they began in.
                var sum = 0
                for step in 0..<((job % 7) * 10_000) { sum &+= step }
                return sum >= 0 ? job * 2 : -1
            },
            deliver: { outcomes.append($0) })
        #expect(outcomes == (0..<200).map { $0 * 2 })
    }

    @Test func noMoreThanEightJobsAWorkerAreInFlight() {
        let open = Mutex(0)
        var (issued, most) = (0, 0)
        WorkerPool(engine: engine, workers: 2).run(
            next: { () -> Int? in
                guard issued < 1_000 else { return nil }
                issued += 1
                open.withLock { $0 += 1 }
                most = max(most, open.withLock { $0 })
                return issued
            },
            work: { _, job in job },
            deliver: { _ in open.withLock { $0 -= 1 } })
        #expect(issued == 1_000)
        #expect(most <= 16)
    }

    @Test(arguments: [1, 3])
    func aThrowFromTheSourceStopsTheRun(workers: Int) {
        var issued = 0
        var delivered: [Int] = []
        #expect(throws: Stop.here) {
            try WorkerPool(engine: engine, workers: workers).run(
                next: { () throws(Stop) -> Int? in
                    issued += 1
                    if issued == 3 { throw Stop.here }
                    return issued
                },
                work: { _, job in job },
                deliver: { (job) throws(Stop) in delivered.append(job) })
        }
        #expect(delivered == [1, 2].prefix(delivered.count).map { $0 })
    }

    @Test(arguments: [1, 3])
    func aThrowFromTheReceiverStopsTheRun(workers: Int) {
        var issued = 0
        #expect(throws: Stop.here) {
            try WorkerPool(engine: engine, workers: workers).run(
                next: { () throws(Stop) -> Int? in
                    issued += 1
                    return issued
                },
                work: { _, job in job },
                deliver: { (job) throws(Stop) in if job == 10 { throw Stop.here } })
        }
        #expect(issued <= 10 + 8 * workers)
    }

    @Test func noJobsAreNoWork() {
        WorkerPool(engine: engine, workers: 2).run(
            next: { () -> Int? in nil }, work: { _, job in job },
            deliver: { _ in Issue.record("nothing was to be delivered") })
    }
}
