import BlueHeartEngine
import BlueHeartSupport
import Glibc

/// Writes log lines on a thread of its own, so that a blocked reader delays no request.
///
/// Unread lines wait, up to a limit; lines beyond it are dropped, and a line reports how many.
/// Safe to use from any thread. Lives until `finish`.
final class LogWriter: Sendable {
    fileprivate struct State {
        /// Lines in order; taken from the front.
        var waiting: [[UInt8]] = []
        var bytes = 0
        var lost = 0
        var isClosed = false
    }

    private let limit: Int
    private let state = Monitor(State())
    private let thread: WorkerThread

    /// - Parameters:
    ///   - descriptor: of a file or pipe, which the caller closes.
    ///   - limit: of waiting bytes; a line that is being written is not counted.
    ///   - notice: makes the line, with its line break, that reports so many lost lines.
    init(
        to descriptor: Int32 = STDOUT_FILENO, limit: Int = 1 << 20,
        notice: @escaping @Sendable (_ lost: Int) -> [UInt8]
    ) {
        self.limit = limit
        thread = WorkerThread { [state] in
            while let piece = Self.take(from: state, notice), Self.waits(for: descriptor, state) {
                // A write error has no better place to be reported.
                _ = writeAll(piece, to: descriptor)
            }
        }
    }

    /// - Parameter line: with its line break.
    func write(_ line: [UInt8]) {
        state.change { state in
            // Lost lines are reported before later lines, so that the report is in their place.
            guard state.lost == 0, state.bytes + line.count <= limit else {
                state.lost += 1
                return
            }
            state.add(line)
        }
    }

    /// Writes the waiting lines, as long as somebody reads, and ends the thread; called once.
    func finish() {
        state.change { $0.isClosed = true }
        thread.join()
    }
}

extension LogWriter {
    /// Waits for lines; nil if there are none and the writer is closed.
    private static func take(
        from state: Monitor<State>, _ notice: (_ lost: Int) -> [UInt8]
    ) -> [UInt8]? {
        state.wait { state in
            if state.lost > 0 {
                state.add(notice(state.lost))
                state.lost = 0
            }
            guard !state.waiting.isEmpty else { return state.isClosed ? .some(nil) : nil }
            return state.takePiece()
        }
    }

    /// Waits until the descriptor is writable.
    ///
    /// - Returns: false if a closed writer waited for a second in vain.
    private static func waits(for descriptor: Int32, _ state: Monitor<State>) -> Bool {
        var isPatient = true
        while isPatient {
            isPatient = !state.look(\.isClosed)
            var question = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            // SAFETY: one descriptor is polled; the structure outlives the call.
            if unsafe poll(&question, 1, 1_000) > 0 { return true }
        }
        return false
    }
}

extension LogWriter.State {
    fileprivate mutating func add(_ line: [UInt8]) {
        waiting.append(line)
        bytes += line.count
    }

    /// The first line and as many more as a pipe takes in one atomic write, so that lines of other
    /// processes do not come between.
    fileprivate mutating func takePiece() -> [UInt8] {
        var piece = waiting[0]
        let more = waiting.dropFirst().prefix { line in
            guard piece.count + line.count <= Int(PIPE_BUF) else { return false }
            piece += line
            return true
        }
        waiting.removeFirst(1 + more.count)
        bytes -= piece.count
        return piece
    }
}
