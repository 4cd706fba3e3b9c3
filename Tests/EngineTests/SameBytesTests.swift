import Diagnostics
import Engine
import Placements
import Testbench
import Testing

@Suite struct SameBytesTests {
    private let kit = TinyKit()

    private var jobs: [CardJob] {
        ["Amina", "Zoë", "Li"].flatMap { name in
            [
                kit.greeting("en", name: name), kit.greeting("ar", at: "square", name: name),
                kit.photo(), kit.greeting("en", name: name, format: .jpg),
            ]
        }
    }

    private func digests(workers: Int, _ jobs: [CardJob]) throws -> [String] {
        var rest = jobs.makeIterator()
        var digests: [String] = []
        try WorkerPool(engine: TinyKit().engine, workers: workers).run(
            next: { () throws(CardError) in rest.next() },
            work: { worker, job in
                Result { () throws(CardError) in try worker.render(job) }
            },
            deliver: { (result) throws(CardError) in
                digests.append(try result.get().digest)
            })
        return digests
    }

    @Test func oneAndTwoWorkersMakeTheSame() throws {
        let one = try digests(workers: 1, jobs)
        #expect(Set(one).count == 10)
        #expect(try digests(workers: 2, jobs) == one)
        #expect(try digests(workers: 1, jobs.reversed()) == one.reversed())
    }

    @Test func whatWasMadeBeforeDoesNotShow() throws {
        let used = kit.engine.worker()
        for job in jobs { _ = try used.render(job) }
        for job in jobs {
            let fresh = try TinyKit().engine.worker().render(job)
            expectSame(try used.render(job), fresh, job)
        }
    }

    /// Sizes, kinds and efforts change from card to card, as in no batch: whatever is kept is kept
    /// beside the wrong neighbour.
    @Test func noOrderOfDifferentJobsShows() throws {
        var random = SplitMix64(for: #function)
        let jobs = try differentJobs()
        let fresh = try jobs.map { try TinyKit().engine.worker().render($0) }
        let engine = TinyKit().engine
        let workers = [engine.worker(), engine.worker()]
        for _ in 0..<8 * jobs.count {
            let place = Int.random(in: jobs.indices, using: &random)
            let worker = workers[Int.random(in: 0..<2, using: &random)]
            expectSame(try worker.render(jobs[place]), fresh[place], jobs[place])
        }
    }

    private func differentJobs() throws -> [CardJob] {
        var jobs = ["Amina", "Li"].flatMap { name in
            [
                kit.greeting("en", name: name), kit.greeting("ar", at: "square", name: name),
                kit.greeting("ar", name: name, format: .jpg),
            ]
        }
        let grain = try grainyPicture()
        jobs += [
            kit.photo(), kit.photo(at: "light"), kit.photo("grain.png", bytes: grain),
            kit.photo("grain.png", bytes: grain, at: "light"),
        ]
        for index in jobs.indices where index % 3 == 1 { jobs[index].effort = .default }
        return jobs
    }

    private func expectSame(_ one: Card, _ other: Card, _ job: CardJob) {
        #expect(one.record == other.record, "\(job.template) at \(job.placement)")
        let differs = zip(one.bytes, other.bytes).enumerated().first { $1.0 != $1.1 }
        #expect(
            one.bytes == other.bytes,
            """
            \(job.template) at \(job.placement), \(job.filling): \(one.bytes.count) and \
            \(other.bytes.count) bytes, other from byte \(differs?.offset ?? -1) on
            """)
    }
}
