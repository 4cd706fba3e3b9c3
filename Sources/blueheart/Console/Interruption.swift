import Glibc
import Synchronization

/// Detects a request to end the process, so that it can end cleanly.
///
/// The first SIGINT, SIGTERM or SIGHUP is recorded; the second ends the process immediately. One per
/// process, created before other threads, which inherit the blocked signals.
final class Interruption: Sendable {
    private let number = Atomic<Int32>(0)

    /// The received signal; nil if there was none.
    var signal: Int32? {
        let value = number.load(ordering: .acquiring)
        return value == 0 ? nil : value
    }

    init() {
        var set = Self.signals
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        var thread = pthread_t()
        // SAFETY: the thread takes ownership of the passed reference, and never ends.
        let result = unsafe pthread_create(
            &thread, nil,
            { @Sendable argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Interruption>.fromOpaque(argument).takeRetainedValue().watch()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(result == 0, "cannot start a thread: system error \(result)")
        pthread_detach(thread)
    }

    private func watch() {
        var set = Self.signals
        var received: Int32 = 0
        while true {
            guard unsafe sigwait(&set, &received) == 0 else { continue }
            if number.load(ordering: .acquiring) != 0 { _exit(128 + received) }
            number.store(received, ordering: .releasing)
        }
    }

    /// The signals that are received; SIGHUP is not, if the parent ignores it as `nohup` does.
    private static var signals: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGINT)
        unsafe sigaddset(&set, SIGTERM)
        var action = sigaction()
        unsafe sigaction(SIGHUP, nil, &action)
        let isIgnored =
            unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        if !isIgnored { unsafe sigaddset(&set, SIGHUP) }
        return set
    }
}
