import CoreMetrics

/// What is counted of the making of cards.
struct ServerCounts: Sendable {
    let board: MetricsBoard
    let cached: Counter
    let made: Counter
    let refused: Counter
    let abandoned: Counter

    init(_ board: MetricsBoard) {
        self.board = board
        func cards(_ outcome: String) -> Counter {
            Counter(
                label: "blueheart_cards_total", dimensions: [("outcome", outcome)], factory: board)
        }
        cached = cards("cached")
        made = cards("made")
        refused = cards("refused")
        abandoned = cards("abandoned")
    }

    /// A value that is looked up when somebody asks for it.
    func set(_ label: String, to value: Int, _ dimensions: [(String, String)] = []) {
        board.makeMeter(label: label, dimensions: dimensions).set(Int64(value))
    }

    func request(route: String, method: String, status: Int, seconds: Double) {
        let dimensions = [("method", method), ("route", route), ("status", String(status))]
        board.makeCounter(label: "blueheart_requests_total", dimensions: dimensions)
            .increment(by: 1)
        board.makeTimer(label: "blueheart_request_seconds", dimensions: [("route", route)])
            .recordNanoseconds(Int64(seconds * 1e9))
    }
}
