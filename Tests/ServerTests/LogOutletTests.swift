import Foundation
import Synchronization
import Testing

@testable import Server

/// Every test has a pipe of its own, which holds 64 KiB.
@Suite(.timeLimit(.minutes(1))) struct LogOutletTests {
    private let pipe = Pipe()

    private func outlet(limit: Int = 1 << 20) -> LogOutlet {
        LogOutlet(to: pipe.fileHandleForWriting.fileDescriptor, limit: limit) { lost in
            Array("lost \(lost)\n".utf8)
        }
    }

    private func write(_ numbers: Range<Int>, to outlet: LogOutlet) {
        for number in numbers { outlet.write(Array("line \(number)\n".utf8)) }
    }

    /// All that can be read once `outlet` is finished.
    private func lines(after outlet: LogOutlet) throws -> [Substring] {
        let text = Mutex(Data())
        let group = DispatchGroup()
        group.enter()
        Thread.detachNewThread { [pipe] in
            text.withLock { $0 = pipe.fileHandleForReading.readDataToEndOfFile() }
            group.leave()
        }
        outlet.finish()
        try pipe.fileHandleForWriting.close()
        group.wait()
        return String(decoding: text.withLock { $0 }, as: UTF8.self).split(separator: "\n")
    }

    @Test func linesLeaveInTheirOrder() throws {
        let outlet = outlet()
        write(0..<20_000, to: outlet)
        #expect(try lines(after: outlet) == (0..<20_000).map { "line \($0)" })
    }

    /// Nobody reads until all is written.
    @Test func whatNobodyReadsIsCountedWhereItIsMissing() throws {
        let outlet = outlet(limit: 100_000)
        write(0..<50_000, to: outlet)
        var next = 0
        var lost = 0
        for line in try lines(after: outlet) {
            let words = line.split(separator: " ")
            let number = try #require(Int(words[1]))
            if words[0] == "lost" {
                lost += number
                next += number
            } else {
                try #require(number == next)
                next += 1
            }
        }
        #expect(next == 50_000 && (1..<45_000).contains(lost))
    }

    @Test func aLineThatNeverFitsIsToldToo() throws {
        let outlet = outlet(limit: 30)
        outlet.write(Array(repeating: 0x61, count: 31))
        #expect(try lines(after: outlet) == ["lost 1"])
    }

    @Test func theEndWaitsForNobody() {
        let outlet = outlet(limit: 100_000)
        write(0..<50_000, to: outlet)
        outlet.finish()
    }
}
