import Foundation
import Synchronization
import Testing

@testable import BlueHeartServer

@Suite struct MemoryBudgetTests {
    /// Eight threads, of which three at a time have what they ask for.
    @Test func noMoreIsLentThanThereIs() {
        let memory = MemoryBudget(100)
        let lent = Mutex((now: 0, most: 0))
        let group = DispatchGroup()
        for _ in 0..<8 {
            group.enter()
            Thread.detachNewThread {
                memory.lend(30) {
                    lent.withLock {
                        $0.now += 30
                        $0.most = max($0.most, $0.now)
                    }
                    Thread.sleep(forTimeInterval: 0.05)
                    lent.withLock { $0.now -= 30 }
                }
                group.leave()
            }
        }
        group.wait()
        #expect(lent.withLock { $0.most } <= 90)
        #expect(memory.lend(1_000) { 7 } == 7)
    }

    @Test func whatFailsGivesItsShareBack() {
        let memory = MemoryBudget(100)
        for _ in 0..<3 {
            #expect(throws: CancellationError.self) {
                try memory.lend(100) { throw CancellationError() }
            }
        }
    }
}
