import CoreMetrics
import Synchronization

/// One counter, gauge or histogram.
final class MetricSeries: CounterHandler, FloatingPointCounterHandler, MeterHandler,
    RecorderHandler,
    TimerHandler
{
    enum Kind: String { case counter, gauge, histogram }

    private struct State {
        var value = 0.0
        var count = 0
        /// Values by bucket; the last one has all beyond the bounds.
        var buckets = [Int](repeating: 0, count: MetricSeries.bounds.count + 1)
    }

    /// Upper bounds of the histogram, in seconds: from a cached card to an archive.
    private static let bounds = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    let kind: Kind
    private let state = Mutex(State())

    init(_ kind: Kind) { self.kind = kind }

    var value: Double { state.withLock { $0.value } }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func reset() { state.withLock { $0 = State() } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.value = value } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double) {
        guard kind == .histogram else { return set(value) }
        let bucket = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.value += value
            state.count += 1
            state.buckets[bucket] += 1
        }
    }

    private func add(_ amount: Double) { state.withLock { $0.value += amount } }

    func lines(_ label: String, _ labels: String) -> String {
        let state = state.withLock { $0 }
        let braces = labels.isEmpty ? "" : "{\(labels)}"
        guard kind == .histogram else { return "\(label)\(braces) \(number(state.value))\n" }
        var (text, sum) = ("", 0)
        for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], state.buckets) {
            sum += count
            let all = labels.isEmpty ? "" : labels + ","
            text += "\(label)_bucket{\(all)le=\"\(bound)\"} \(sum)\n"
        }
        text += "\(label)_sum\(braces) \(number(state.value))\n"
        return text + "\(label)_count\(braces) \(state.count)\n"
    }

    private func number(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}
