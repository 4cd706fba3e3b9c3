import CoreMetrics

/// Metrics of requests and cards.
struct ServerMetrics: Sendable {
    let registry: MetricsRegistry
    let cached: Counter
    /// Waited for the rendering of an earlier request.
    let joined: Counter
    let made: Counter
    let refused: Counter
    let abandoned: Counter

    init(_ registry: MetricsRegistry) {
        self.registry = registry
        func cards(_ outcome: String) -> Counter {
            Counter(
                label: "blueheart_cards_total", dimensions: [("outcome", outcome)],
                factory: registry)
        }
        cached = cards("cached")
        joined = cards("joined")
        made = cards("made")
        refused = cards("refused")
        abandoned = cards("abandoned")
    }

    /// Sets a gauge, whose value is looked up when the metrics are read.
    func set(_ label: String, to value: Int, _ dimensions: [(String, String)] = []) {
        registry.makeMeter(label: label, dimensions: dimensions).set(Int64(value))
    }

    func request(route: String, method: String, status: Int, seconds: Double) {
        let dimensions = [("method", method), ("route", route), ("status", String(status))]
        registry.makeCounter(label: "blueheart_requests_total", dimensions: dimensions)
            .increment(by: 1)
        registry.makeTimer(label: "blueheart_request_seconds", dimensions: [("route", route)])
            .recordNanoseconds(Int64(seconds * 1e9))
    }
}
