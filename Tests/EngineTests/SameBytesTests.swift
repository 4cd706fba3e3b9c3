import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartTestbench
import Testing

@Suite struct SameBytesTests {
    private let kit = TinyKit()

    private var requests: [CardRequest] {
        ["Amina", "Zoë", "Li"].flatMap { name in
            [
                kit.greeting("en", name: name), kit.greeting("ar", at: "square", name: name),
                kit.photo(), kit.greeting("en", name: name, format: .jpeg),
            ]
        }
    }

    private func digests(workers: Int, _ requests: [CardRequest]) throws -> [String] {
        var rest = requests.makeIterator()
        var digests: [String] = []
        try WorkerPool(engine: TinyKit().engine, workers: workers).run(
            next: { () throws(CardError) in rest.next() },
            work: { worker, request in
                Result { () throws(CardError) in try worker.render(request) }
            },
            deliver: { (result) throws(CardError) in
                digests.append(try result.get().digest)
            })
        return digests
    }

    @Test func oneAndTwoWorkersMakeTheSame() throws {
        let one = try digests(workers: 1, requests)
        #expect(Set(one).count == 10)
        #expect(try digests(workers: 2, requests) == one)
        #expect(try digests(workers: 1, requests.reversed()) == one.reversed())
    }

    @Test func whatWasMadeBeforeDoesNotShow() throws {
        let used = kit.engine.worker()
        for request in requests { _ = try used.render(request) }
        for request in requests {
            let fresh = try TinyKit().engine.worker().render(request)
            expectSame(try used.render(request), fresh, request)
        }
    }

    /// Sizes, kinds and efforts change from card to card, as in no batch: whatever is kept is kept
    /// beside the wrong neighbour.
    @Test func noOrderOfDifferentJobsShows() throws {
        var random = SplitMix64(for: #function)
        let requests = try differentRequests()
        let fresh = try requests.map { try TinyKit().engine.worker().render($0) }
        let engine = TinyKit().engine
        let workers = [engine.worker(), engine.worker()]
        for _ in 0..<8 * requests.count {
            let place = Int.random(in: requests.indices, using: &random)
            let worker = workers[Int.random(in: 0..<2, using: &random)]
            expectSame(try worker.render(requests[place]), fresh[place], requests[place])
        }
    }

    private func differentRequests() throws -> [CardRequest] {
        var requests = ["Amina", "Li"].flatMap { name in
            [
                kit.greeting("en", name: name), kit.greeting("ar", at: "square", name: name),
                kit.greeting("ar", name: name, format: .jpeg),
            ]
        }
        let grain = try grainyPicture()
        requests += [
            kit.photo(), kit.photo(at: "light"), kit.photo("grain.png", bytes: grain),
            kit.photo("grain.png", bytes: grain, at: "light"),
        ]
        for index in requests.indices where index % 3 == 1 { requests[index].effort = .default }
        return requests
    }

    private func expectSame(_ one: Card, _ other: Card, _ request: CardRequest) {
        #expect(one.record == other.record, "\(request.template) at \(request.placement ?? "")")
        let differs = zip(one.bytes, other.bytes).enumerated().first { $1.0 != $1.1 }
        #expect(
            one.bytes == other.bytes,
            """
            \(request.template) at \(request.placement ?? ""), \(request.values.texts): \(one.bytes.count) and \
            \(other.bytes.count) bytes, other from byte \(differs?.offset ?? -1) on
            """)
    }
}
