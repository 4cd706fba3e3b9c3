import Engine
import Glibc

/// Writes log lines on a thread of its own, so that a blocked reader delays no request.
///
/// Unread lines wait, up to a limit; lines beyond it are dropped, and a line reports how many.
/// Safe to use from any thread. Lives until `finish`.
final class LogWriter: Sendable {
    fileprivate struct State {
        /// In order; taken from the front.
        var waiting: [[UInt8]] = []
        var bytes = 0
        var lost = 0
        var isClosed = false
    }

    private let limit: Int
    private let state = Monitor(State())
    private let thread: WorkerThread

    /// - Parameters:
    ///   - descriptor: of a file or pipe, which stays the caller's.
    ///   - limit: of bytes that wait; what is being written is not counted.
    ///   - notice: the line, with its end, that tells of so many lost lines.
    init(
        to descriptor: Int32 = STDOUT_FILENO, limit: Int = 1 << 20,
        notice: @escaping @Sendable (_ lost: Int) -> [UInt8]
    ) {
        self.limit = limit
        thread = WorkerThread { [state] in
            while let piece = Self.take(from: state, notice), Self.waits(for: descriptor, state) {
                // Where nobody can read any more there is nobody left to tell.
                _ = writeAll(piece, to: descriptor)
            }
        }
    }

    /// - Parameter line: with its end.
    func write(_ line: [UInt8]) {
        state.change { state in
            // After a lost line come no others before it is told.
            guard state.lost == 0, state.bytes + line.count <= limit else {
                state.lost += 1
                return
            }
            state.add(line)
        }
    }

    /// Writes what waits, as long as somebody reads it, and ends the thread; called once.
    func finish() {
        state.change { $0.isClosed = true }
        thread.join()
    }
}

extension LogWriter {
    /// Waits for lines; nil once there are none and will be none.
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

    /// Waits until somebody reads.
    ///
    /// - Returns: whether somebody does; once the writer is closed nobody is waited for longer than
    ///   a second.
    private static func waits(for descriptor: Int32, _ state: Monitor<State>) -> Bool {
        var isPatient = true
        while isPatient {
            isPatient = !state.look(\.isClosed)
            var question = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            // SAFETY: one question is asked, which outlives the call.
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

    /// The first line and as many more as a pipe takes with it in one step, so that what another
    /// process writes does not come between.
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
