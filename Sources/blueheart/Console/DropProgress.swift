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
        case .note(let diagnostic): tell([diagnostic], heading: nil)
        case .made(let card):
            made += 1
            tell(card.record.warnings, heading: card.files.first?.path)
        case .failed(let failure):
            failed += 1
            tell(failure)
        }
        showIfTime()
    }

    /// Ends the bar, and writes the last state for scripts.
    mutating func end() {
        if style != .none, made + failed > 0 { show() }
        if isBarDrawn { Console.draw("\n") }
        isBarDrawn = false
        guard remarks.untold > 0, style != .json else { return }
        Console.warn("\(remarks.untold) more of these; manifest.json lists all of them")
    }

    private mutating func tell(_ failure: DropFailure) {
        guard style != .json else {
            Console.warn(event("failed", failure.json))
            return
        }
        tell(failure.error.diagnostics, heading: failure.heading)
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
            made: made, failed: failed, planned: planned, elapsed: .now - start)
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

extension DropFailure {
    /// The card or row of a message; nil if there is only one.
    fileprivate var heading: String? {
        let card = [template, language, placement].compactMap { $0 }.joined(separator: "/")
        let parts = [row.map { "row \($0)" }, card.isEmpty ? nil : card].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
