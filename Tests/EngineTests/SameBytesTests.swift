import Diagnostics
import Engine
import Placements
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
            let again = try used.render(job)
            #expect(again.digest == fresh.digest, "other bytes: \(job.template), \(job.filling)")
            #expect(again.record == fresh.record)
        }
    }
}
