public import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartRequests
import BlueHeartSight
import BlueHeartSupport

extension DropRunner {
    /// Checks all cards of a plan without writing them.
    ///
    /// - Parameters:
    ///   - overlays: a folder for pictures of findings, one for each card that has findings and can
    ///     be drawn, with the card's name; nil for none.
    ///   - tell: receives every diagnostic, including warnings and notes, in the order of the
    ///     cards, with the card that has it, as `statement/en/story`; nil for one of the plan or of
    ///     a row. Called on the caller's thread.
    ///   - wrote: receives the path of each picture of findings; called on the caller's thread.
    /// - Returns: the number of cards.
    /// - Throws: faults of the plan, rows that cannot be opened, and pictures of findings that
    ///   cannot be written.
    public func check(
        _ plan: DropPlan, overlays: String? = nil, tell: (Diagnostic, _ card: String?) -> Void,
        wrote: (String) -> Void = { _ in }
    ) throws(CardError) -> Int {
        var tasks = try tasks(of: plan)
        let files = overlays.map { FindingFiles(folder: $0, inputs: InputFiles(plan.inputs)) }
        var notesTold = 0
        var count = 0
        try WorkerPool(engine: engine, workers: workers).run { () throws(CardError) in
            let task = tasks.next()
            for note in tasks.notes.dropFirst(notesTold) { tell(note, nil) }
            notesTold = tasks.notes.count
            return task
        } work: { worker, task in
            verdict(on: task, worker, files)
        } deliver: { (verdict: CheckVerdict) throws(CardError) in
            count += 1
            for diagnostic in verdict.diagnostics { tell(diagnostic, verdict.card) }
            if let error = verdict.error { throw error }
            if let path = verdict.overlay { wrote(path) }
        }
        return count
    }
}

/// The result of checking one card.
private struct CheckVerdict: Sendable {
    var diagnostics: [Diagnostic]
    /// `statement/en/story`; nil for a row that makes no card.
    var card: String?
    /// The path of its overlay picture.
    var overlay: String?
    /// The reason why that picture could not be written.
    var error: CardError?
}

private func verdict(
    on task: DropTask, _ worker: CardWorker, _ files: FindingFiles?
) -> CheckVerdict {
    switch task {
    case .fault(let failure): return CheckVerdict(diagnostics: failure.error.diagnostics)
    case .card(let item):
        guard let files else {
            return CheckVerdict(
                diagnostics: worker.check(item.request), card: item.cardName)
        }
        let card = worker.inspect(item.request)
        var verdict = CheckVerdict(diagnostics: card.diagnostics, card: item.cardName)
        do throws(CardError) {
            verdict.overlay = try files.write(card, stem: item.stem, worker)
        } catch {
            verdict.error = error
        }
        return verdict
    }
}

extension DropItem {
    fileprivate var cardName: String {
        [templateName, request.language, request.placement].compactMap { $0 }
            .joined(separator: "/")
    }
}

/// Writes cards with their findings drawn over them; safe to use from many threads.
private struct FindingFiles: Sendable {
    let folder: String
    let inputs: InputFiles

    /// Writes a picture of findings.
    ///
    /// - Returns: the path; nil if there are no findings, or nothing can be drawn.
    func write(
        _ card: CardInspection, stem: String, _ worker: CardWorker
    ) throws(CardError) -> String? {
        guard !card.diagnostics.isEmpty, let picture = card.picture,
            let placement = card.placement
        else { return nil }
        let path = joined(folder, stem + ".png")
        try inputs.protect(from: path)
        let overlay = Overlay(findings: card.diagnostics, on: placement)
        try FileWriter().makeFolder(parentFolder(of: path))
        try FileWriter().write(try worker.png(of: overlay, over: picture), to: path)
        return path
    }
}
