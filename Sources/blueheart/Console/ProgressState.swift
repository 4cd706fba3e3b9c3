import BlueHeartJSON

/// The progress of a drop.
struct ProgressState {
    /// Number of cards, with the unchanged ones.
    var made: Int
    /// Number of cards that were there already.
    var unchanged = 0
    /// Number of cards and whole rows that failed.
    var failed: Int
    /// nil if unknown.
    var planned: Int?
    var elapsed: Duration

    var done: Int { made + failed }

    /// Seconds since the drop began.
    private var seconds: Double {
        let parts = elapsed.components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }

    /// Cards per second; 0 before the first card.
    var rate: Double { seconds > 0 ? Double(done) / seconds : 0 }

    /// Remaining seconds; nil if the total is unknown.
    var timeLeft: Double? {
        guard let planned, done > 0, planned >= done else { return nil }
        return Double(planned - done) / rate
    }

    /// One line, like `12 of 40 cards, 1 failed, 27 a second, 1 s left`.
    var sentence: String {
        var parts = [planned.map { "\(done) of \($0) cards" } ?? "\(done) cards"]
        if unchanged > 0 { parts.append("\(unchanged) unchanged") }
        if failed > 0 { parts.append("\(failed) failed") }
        if rate > 0 { parts.append("\(shown(rate)) per second") }
        if let timeLeft, timeLeft > 0 { parts.append("\(time(timeLeft)) left") }
        return parts.joined(separator: ", ")
    }

    /// A progress bar.
    ///
    /// - Parameter width: of the bar alone, in columns.
    func bar(width: Int) -> String {
        guard let planned, planned > 0 else { return sentence }
        let filled = min(width, done * width / planned)
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return "\(bar) \(sentence)"
    }

    var json: JSONValue {
        .fields([
            ("done", .integer(done)), ("made", .integer(made)),
            ("unchanged", unchanged > 0 ? .integer(unchanged) : nil), ("failed", .integer(failed)),
            ("planned", planned.map { .integer($0) }),
            ("rate", .number((rate * 10).rounded() / 10)),
            ("secondsLeft", timeLeft.map { .number(($0 * 10).rounded() / 10) }),
        ])
    }

    private func shown(_ rate: Double) -> String {
        rate >= 10 ? "\(Int(rate.rounded()))" : "\((rate * 10).rounded() / 10)"
    }

    private func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
    }
}
