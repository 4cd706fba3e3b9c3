import Foundation
import Synchronization
import Testing

@testable import BlueHeartServer

/// Every test has a pipe of its own, which holds 64 KiB.
@Suite(.timeLimit(.minutes(1))) struct LogWriterTests {
    private let pipe = Pipe()

    private func writer(limit: Int = 1 << 20) -> LogWriter {
        LogWriter(to: pipe.fileHandleForWriting.fileDescriptor, limit: limit) { lost in
            Array("lost \(lost)\n".utf8)
        }
    }

    private func write(_ numbers: Range<Int>, to writer: LogWriter) {
        for number in numbers { writer.write(Array("line \(number)\n".utf8)) }
    }

    /// All that can be read once `writer` is finished.
    private func lines(after writer: LogWriter) throws -> [Substring] {
        let text = Mutex(Data())
        let group = DispatchGroup()
        group.enter()
        Thread.detachNewThread { [pipe] in
            text.withLock { $0 = pipe.fileHandleForReading.readDataToEndOfFile() }
            group.leave()
        }
        writer.finish()
        try pipe.fileHandleForWriting.close()
        group.wait()
        return String(decoding: text.withLock { $0 }, as: UTF8.self).split(separator: "\n")
    }

    @Test func linesLeaveInTheirOrder() throws {
        let writer = writer()
        write(0..<20_000, to: writer)
        #expect(try lines(after: writer) == (0..<20_000).map { "line \($0)" })
    }

    /// Nobody reads until all is written.
    @Test func whatNobodyReadsIsCountedWhereItIsMissing() throws {
        let writer = writer(limit: 100_000)
        write(0..<50_000, to: writer)
        var next = 0
        var lost = 0
        for line in try lines(after: writer) {
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
        let writer = writer(limit: 30)
        writer.write(Array(repeating: 0x61, count: 31))
        #expect(try lines(after: writer) == ["lost 1"])
    }

    @Test func theEndWaitsForNobody() {
        let writer = writer(limit: 100_000)
        write(0..<50_000, to: writer)
        writer.finish()
    }
}
