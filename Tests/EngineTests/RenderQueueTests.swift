import Synchronization
import Testing

@testable import BlueHeartEngine

@Suite struct RenderQueueTests {
    private final class Seen: Sendable {
        let workers = Mutex<[Weak]>([])
    }

    /// Used only on the thread that owns the worker, and after its end.
    private struct Weak: @unchecked Sendable {
        weak var worker: CardWorker?
    }

    /// One thread: each job sees which workers of those before it are still there.
    @Test func aWorkerStaysUntilItMustForget() async throws {
        let engine = TinyKit().engine
        let queue = RenderQueue(engine: engine, workers: 1, capacity: 8)
        let seen = Seen()
        for memory in [RenderQueue.Memory.kept, .wiped, .kept] {
            _ = queue.submit(memory: memory) { worker in
                let weak = Weak(worker: worker)
                seen.workers.withLock { $0.append(weak) }
            }
        }
        let isThere = await withCheckedContinuation { waiter in
            _ = queue.submit { worker in
                let workers = seen.workers.withLock { $0 }
                waiter.resume(returning: workers.map { $0.worker === worker })
            }
        }
        queue.finish()
        #expect(isThere == [false, false, true])
        #expect(seen.workers.withLock { $0[0].worker } == nil)
    }
}
