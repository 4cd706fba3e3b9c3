import CoreMetrics
import Synchronization

/// All metrics of a server, written in Prometheus' text format.
///
/// One for a server. Labels come from the server's own code and never from requests, so their number
/// is bounded.
final class MetricsRegistry: MetricsFactory {
    struct Name: Hashable {
        var label: String
        /// `route="/v1/kits"`, sorted; empty where there are none.
        var labels: String
    }

    private let series = Mutex<[Name: MetricSeries]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { series(label, dimensions, .counter) }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler { series(label, dimensions, aggregate ? .histogram : .gauge) }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func series(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind
    ) -> MetricSeries {
        let labels = dimensions.sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
        let name = Name(label: label, labels: labels)
        return series.withLock { all in
            let found = all[name] ?? MetricSeries(kind)
            all[name] = found
            return found
        }
    }
}

extension MetricsRegistry {
    /// All series in the text format of Prometheus, version 0.0.4, sorted.
    var text: String {
        let all = series.withLock { $0 }
        var text = ""
        for (label, group) in Dictionary(grouping: all, by: \.key.label).sorted(by: {
            $0.key < $1.key
        }) {
            guard let kind = group.first?.value.kind else { continue }
            text += "# TYPE \(label) \(kind.rawValue)\n"
            for (name, series) in group.sorted(by: { $0.key.labels < $1.key.labels }) {
                text += series.lines(label, name.labels)
            }
        }
        return text
    }
}

private func escaped(_ value: String) -> String {
    // The fast path: labels of the server have none of these.
    guard value.utf8.contains(where: { $0 == 0x5C || $0 == 0x22 || $0 == 0x0A }) else {
        return value
    }
    return value.reduce(into: "") { text, character in
        switch character {
        case "\\": text += "\\\\"
        case "\"": text += "\\\""
        case "\n": text += "\\n"
        default: text.append(character)
        }
    }
}
