import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartJSON
import BlueHeartWords

/// Shows the progress of a drop on standard error.
///
/// Owned by the thread that runs the drop.
struct DropProgress {
    enum Style: Hashable { case bar, plain, json, none }

    private let style: Style
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private var planned: Int?
    private var made = 0
    private var unchanged = 0
    /// Warnings of unchanged cards, told when those were made.
    private var oldWarnings = 0
    /// The first cards of earlier drops that stay, and the first that were removed.
    private var kept = Sample()
    private var removed = Sample()
    private var failed = 0
    private var isBarDrawn = false
    private var remarks = Remarks()

    /// A bar ten times a second is smooth; a line every five seconds does not fill a log.
    private var pause: Duration { style == .plain ? .seconds(5) : .milliseconds(100) }

    init(_ style: Style) {
        self.style = style
        start = .now
        lastShown = start
    }

    mutating func tell(_ event: DropEvent) {
        switch event {
        case .planned(let count): planned = count
        case .note(let diagnostic): tell(diagnostic)
        case .made(let card):
            made += 1
            tell(card.record.warnings, heading: card.files.first?.path)
        case .unchanged(_, let warnings):
            made += 1
            unchanged += 1
            oldWarnings += warnings
        case .failed(let failure):
            failed += 1
            tell(failure)
        case .kept(let path): kept.add(path)
        case .removed(let path): removed.add(path)
        }
        showIfTime()
    }

    /// Ends the bar, and writes the last state for scripts.
    ///
    /// - Parameter advice: the cure for cards of earlier drops that stay; nil: they are not told.
    mutating func end(advice: String?) {
        if style != .none, made + failed > 0 { show() }
        if isBarDrawn { Console.draw("\n") }
        isBarDrawn = false
        guard style != .json else { return }
        if remarks.untold > 0 {
            Console.warn("\(remarks.untold) more are not shown; manifest.json lists all of them")
        }
        if oldWarnings > 0 {
            let count = oldWarnings == 1 ? "1 warning" : "\(oldWarnings) warnings"
            Console.warn("\(count) of unchanged cards are in manifest.json")
        }
        if let text = removed.text { Console.warn("removed, of an earlier drop: \(text)") }
        if let advice, let text = kept.text {
            Console.warn("not in this drop, and still in the folder: \(text)\n  hint: \(advice)")
        }
    }

    private mutating func tell(_ failure: DropFailure) {
        guard style != .json else {
            Console.warn(event("failed", failure.json))
            return
        }
        tell(failure.error.diagnostics, heading: failure.heading)
    }

    /// Tells a note about the plan or its rows, in every style.
    private mutating func tell(_ note: Diagnostic) {
        guard style != .json else {
            Console.warn(event(note.severity.rawValue, note.json))
            return
        }
        let wasDrawn = isBarDrawn
        clearBar()
        Report.tell([note])
        if wasDrawn { show() }
    }

    private mutating func tell(_ diagnostics: [Diagnostic], heading: String?) {
        guard !diagnostics.isEmpty else { return }
        guard style != .json else {
            for diagnostic in diagnostics { Console.warn(event("warning", diagnostic.json)) }
            return
        }
        let wasDrawn = isBarDrawn
        clearBar()
        if !remarks.tell(diagnostics, heading: heading), wasDrawn { show() }
    }

    private mutating func showIfTime() {
        let now = ContinuousClock.Instant.now
        guard style != .none, now - lastShown >= pause else { return }
        lastShown = now
        show()
    }

    private mutating func show() {
        let state = ProgressState(
            made: made, unchanged: unchanged, failed: failed, planned: planned,
            elapsed: .now - start)
        switch style {
        case .bar:
            Console.draw("\r\u{1B}[2K" + state.bar(width: 24))
            isBarDrawn = true
        case .plain: Console.warn(state.sentence)
        case .json: Console.warn(event("progress", state.json))
        case .none: break
        }
    }

    private mutating func clearBar() {
        if isBarDrawn { Console.draw("\r\u{1B}[2K") }
        isBarDrawn = false
    }

    private func event(_ name: String, _ value: JSONValue) -> String {
        guard case .object(let fields) = value else { return value.written(.compact) }
        return JSONValue.object([.init("event", .string(name))] + fields).written(.compact)
    }
}

/// The first of many paths.
private struct Sample {
    private var paths: [String] = []
    private var count = 0

    mutating func add(_ path: String) {
        count += 1
        if paths.count < 3 { paths.append(path) }
    }

    /// Like `1,200 cards: a.png, b.png, c.png, …`; nil for none.
    var text: String? {
        guard count > 0 else { return nil }
        let names = paths.joined(separator: ", ") + (count > paths.count ? ", …" : "")
        return "\(count == 1 ? "1 card" : "\(count) cards"): \(names)"
    }
}

extension DropFailure {
    /// The card or row of a message; nil if there is only one.
    fileprivate var heading: String? {
        let card = [template, language, placement].compactMap { $0 }.joined(separator: "/")
        let parts = [row.map { "row \($0)" }, card.isEmpty ? nil : card].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
