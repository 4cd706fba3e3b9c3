import Logging
import Synchronization

/// Lines of a server's log.
final class RecordedLog: Sendable {
    private let kept = Locked<[String]>([])

    /// `info request method=GET route=/health`, the fields sorted.
    var lines: [String] { kept.with { $0 } }

    func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "test") { _ in Handler(log: self) }
        logger.logLevel = level
        return logger
    }

    private struct Handler: LogHandler {
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]
        let log: RecordedLog

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }
                .map { " \($0.key)=\($0.value)" }
            let line = "\(event.level) \(event.message)\(fields.joined())"
            log.kept.with { $0.append(line) }
        }
    }
}

/// A value behind a lock.
final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    func with<Result: Sendable>(_ body: @Sendable (inout Value) throws -> Result) rethrows -> Result
    {
        try mutex.withLock { try body(&$0) }
    }
}
