import Engine
import Glibc
import JSON
import Logging

/// Writes each message as one line of JSON to standard output, where the system's own log takes it.
struct JSONLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let label: String

    init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        all.merge(event.metadata ?? [:]) { $1 }
        let fields = all.sorted { $0.key < $1.key }
            .map { JSONValue.Field($0.key, .string($0.value.description)) }
        let line = JSONValue.object(
            [
                .init("time", .string(timestamp())), .init("level", .string(event.level.rawValue)),
                .init("message", .string(event.message.description)),
            ] + fields)
        // A line is written in one step, so that lines of several threads do not mix; where
        // standard output is gone there is nobody left to tell.
        _ = writeAll(Array((line.written(.compact) + "\n").utf8), to: STDOUT_FILENO)
    }
}

/// Now, in UTC: `2026-11-25T10:20:30.123Z`.
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
