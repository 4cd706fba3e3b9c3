import Glibc

/// A system thread that runs one closure and ends.
public struct WorkerThread: Sendable {
    private let handle: pthread_t

    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts the thread.
    public init(_ run: @escaping @Sendable () -> Void) {
        var handle = pthread_t()
        // SAFETY: the thread takes ownership of the passed reference.
        let body = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
        let result = unsafe pthread_create(
            &handle, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            }, body)
        precondition(result == 0, "the system gave no thread: number \(result)")
        self.handle = handle
    }

    /// Waits until the thread has ended; called once.
    public func join() {
        // SAFETY: the handle is of a thread that was started and not joined before.
        pthread_join(handle, nil)
    }
}

/// Number of online cores, at least 1.
public func availableCores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
