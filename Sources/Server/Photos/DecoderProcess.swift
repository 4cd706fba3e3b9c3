import BlueHeartPixels
import Glibc

/// A process that decodes one photo, connected by a pair of sockets.
///
/// Owned by the call that started it, which must `end` it.
struct DecoderProcess {
    let process: pid_t
    private let socket: Int32
    private let deadline: ContinuousClock.Instant

    /// Starts a process; nil if the system has no more processes or sockets.
    init?(_ program: String, _ limits: DecoderLimits) {
        deadline = ContinuousClock.now + .seconds(limits.clockSeconds)
        var ends: [Int32] = [-1, -1]
        // SAFETY: two descriptors are written, and there is room for two.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        defer { close(ends[1]) }
        let arguments = [DecoderProgram.argument] + limits.arguments
        guard let process = startedProcess(program, arguments, socket: ends[1]) else {
            close(ends[0])
            return nil
        }
        self.process = process
        socket = ends[0]
    }

    /// Kills the process, unless it has exited, and waits for its exit.
    @discardableResult
    func end() -> DecoderExit {
        let isLate = ContinuousClock.now >= deadline
        close(socket)
        kill(process, SIGKILL)
        var status: Int32 = 0
        // SAFETY: one status is written.
        while unsafe waitpid(process, &status, 0) == -1 && errno == EINTR {}
        return isLate ? .late : DecoderExit(status: status)
    }

    /// - Returns: true if all bytes were sent before the deadline.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            guard waits(for: POLLOUT) else { return false }
            // SAFETY: `sent` is less than the count of bytes.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    socket, buffer.baseAddress.map { unsafe $0 + sent }, buffer.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Receives up to so many bytes, fewer at the end of the stream; nil past the deadline or on a
    /// fault.
    func receive(upTo count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = unsafe bytes.withUnsafeMutableBytes { unsafe fill($0) }
        return filled.map { Array(bytes[..<$0]) }
    }

    /// Receives so many pixels; nil if there are fewer, past the deadline or on a fault.
    func receivePixels(count: Int) -> [UInt32]? {
        unsafe PixelMemory.filled(count: count) { unsafe fill($0) == 4 * count }
    }

    /// - Returns: count of received bytes.
    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var filled = 0
        while filled < buffer.count {
            guard waits(for: POLLIN) else { return nil }
            // SAFETY: at most the bytes that are left of the buffer are written, from `filled` on.
            let count = unsafe recv(
                socket, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled,
                Int32(MSG_DONTWAIT))
            if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    private func waits(for event: Int32) -> Bool {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        guard left > 0 else { return false }
        var polled = pollfd(fd: socket, events: Int16(event), revents: 0)
        // SAFETY: one descriptor is polled; the structure outlives the call.
        let count = unsafe poll(&polled, 1, Int32(min(left, 60_000).rounded(.up)))
        return count > 0 || (count < 0 && errno == EINTR)
    }
}

/// Starts a program with the socket as standard input and output and an environment of its own.
private func startedProcess(
    _ program: String, _ arguments: [String], socket: Int32
) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // The signal mask of a thread is inherited, and threads of a runtime may block signals.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pointers = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var environment = unsafe [strdup("SWIFT_BACKTRACE=enable=no"), nil]
    defer { unsafe (pointers + environment).forEach { unsafe free($0) } }
    var process: pid_t = 0
    // SAFETY: both lists end in nil, and live until the call has returned.
    let status = unsafe posix_spawn(
        &process, program, &actions, &attributes, &pointers, &environment)
    return status == 0 ? process : nil
}
