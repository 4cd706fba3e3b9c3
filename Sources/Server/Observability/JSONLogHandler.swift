import BlueHeartJSON
import Glibc
import Logging

/// Log handler that writes each message as one line of JSON.
struct JSONLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let writer: LogWriter

    init(level: Logger.Level, to writer: LogWriter) {
        logLevel = level
        self.writer = writer
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        all.merge(event.metadata ?? [:]) { $1 }
        let fields = all.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        writer.write(logLine(event.level, event.message.description, fields))
    }
}

extension LogWriter {
    /// A writer to standard output.
    static func standardOutput() -> LogWriter {
        LogWriter { logLine(.warning, "log lines lost", [("lines", "\($0)")]) }
    }
}

/// One line of JSON with its line break.
private func logLine(
    _ level: Logger.Level, _ message: String, _ fields: [(String, String)]
) -> [UInt8] {
    let fields = [("time", timestamp()), ("level", level.rawValue), ("message", message)] + fields
    let line = JSONValue.object(fields.map { .init($0, .string($1)) })
    return Array((line.written(.compact) + "\n").utf8)
}

/// The current time in UTC: `2026-11-25T10:20:30.123Z`.
private func timestamp() -> String {
    var now = timespec()
    var text = [CChar](repeating: 0, count: 32)
    var count = 0
    // SAFETY: the structures outlive the calls, and no more than the array holds is written.
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    var parts = unsafe tm()
    unsafe gmtime_r(&now.tv_sec, &parts)
    unsafe count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S", &parts)
    let seconds = String(
        decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let thousandths = String(1_000 + now.tv_nsec / 1_000_000).dropFirst()
    return "\(seconds).\(thousandths)Z"
}
