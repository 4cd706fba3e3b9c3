public import BlueHeartDiagnostics
public import BlueHeartEngine
import BlueHeartRequests
import BlueHeartSupport
public import BlueHeartWords

/// Makes the cards of a plan on several cores and writes them with their manifest.
public struct DropRunner: Sendable {
    typealias Renderer = @Sendable (CardWorker, CardRequest) throws(CardError) -> Card

    let engine: CardEngine
    let workers: Int
    private let render: Renderer

    /// Creates a runner.
    ///
    /// - Parameter workers: at least 1.
    public init(engine: CardEngine, workers: Int) {
        self.init(engine: engine, workers: workers) { (worker, request) throws(CardError) in
            try worker.render(request)
        }
    }

    init(engine: CardEngine, workers: Int, render: @escaping Renderer) {
        self.engine = engine
        self.workers = workers
        self.render = render
    }

    /// Makes the cards of the plan that are not in the folder already; failures are reported and do
    /// not stop the others.
    ///
    /// The files, and the order of `manifest.json`, do not depend on the number of workers, nor on
    /// the cards that were there. A drop that was killed goes on.
    ///
    /// - Parameters:
    ///   - folder: created if missing.
    ///   - counting: whether to count the rows in advance.
    ///   - sidecars: the sidecars of each picture.
    ///   - shouldStop: called before each card; if it returns true, cards in progress are finished,
    ///     and the manifest contains those made.
    ///   - tell: receives events; called on the caller's thread.
    /// - Throws: faults of the plan, rows that cannot be opened, and a folder that cannot be
    ///   written to or that another drop is writing to.
    public func run(
        _ plan: DropPlan, into folder: String, counting: Counting,
        sidecars: [CardPart.SidecarKind] = CardPart.SidecarKind.allCases,
        choices: DropChoices = DropChoices(),
        shouldStop: () -> Bool = { false },
        tell: (DropEvent) -> Void
    ) throws(CardError) -> DropTotals {
        let tasks = try tasks(of: plan)
        tell(.planned(count: try count(plan, counting)))
        try FileWriter().makeFolder(folder)
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        var planner = DropPlanner(
            tasks, of: plan, folder: folder, sidecars: sidecars, choices: choices,
            engine: engine)
        let files = CardFiles(folder: folder, sidecars: sidecars, inputs: plan.inputs)
        var session = try DropSession(files: files, planner: planner, choices: choices)
        var isStopped = false
        var notesTold = 0
        try WorkerPool(engine: engine, workers: workers).run { () throws(CardError) in
            isStopped = isStopped || shouldStop()
            let step = isStopped ? nil : planner.next()
            for note in planner.notes.dropFirst(notesTold) { tell(.note(note)) }
            notesTold = planner.notes.count
            return step
        } work: { [render, journal = session.journal] worker, step in
            outcome(of: step, worker, files, journal, render)
        } deliver: { (outcome) throws(CardError) in
            try session.take(outcome, tell)
        }
        return try session.finish(
            isWhole: !isStopped, unreadCount: planner.unreadCount, tell)
    }

    /// Counting of rows before they are used.
    public enum Counting: Hashable, Sendable { case before, never }

    func tasks(of plan: DropPlan) throws(CardError) -> DropTasks {
        try DropTasks(plan, in: engine.catalog, reader: try plan.openRows())
    }

    private func count(_ plan: DropPlan, _ counting: Counting) throws(CardError) -> Int? {
        // Standard input and pipes can be read only once.
        guard counting == .before, plan.rows.map({ isFile(at: $0.path) }) ?? true else {
            return nil
        }
        var tasks = try tasks(of: plan)
        var count = 0
        while tasks.next() != nil { count += 1 }
        return count
    }
}

/// The outcome of a step.
enum DropOutcome: Sendable {
    case made(FinishedCard)
    case unchanged(PlannedCard)
    /// With the card's identity, if it is a card.
    case failed(DropFailure, CardIdentity?)
    /// The folder cannot be written to: all later cards would fail too.
    case stopped(CardError)
}

private func outcome(
    of step: PlannedStep, _ worker: CardWorker, _ files: CardFiles, _ journal: DropJournal,
    _ render: DropRunner.Renderer
) -> DropOutcome {
    switch step {
    case .fault(let failure): return .failed(failure, nil)
    case .card(let planned) where planned.change == nil: return .unchanged(planned)
    case .card(let planned):
        do throws(CardError) {
            let card = try render(worker, planned.item.request)
            return .made(try files.write(card, of: planned, journal))
        } catch {
            return error.kind == .output
                ? .stopped(error) : .failed(planned.item.failure(error), planned.item.identity)
        }
    }
}

extension DropItem {
    /// The failure of this card; a diagnostic without a location gets that of its row.
    fileprivate func failure(_ error: CardError) -> DropFailure {
        let placed = error.diagnostics.map { diagnostic in
            var placed = diagnostic
            placed.location = diagnostic.location ?? rowLocation
            return placed
        }
        return DropFailure(
            row: row, template: templateName, language: request.language,
            placement: request.placement,
            error: CardError(error.kind, placed))
    }
}
