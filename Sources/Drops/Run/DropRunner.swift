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

    /// Makes all cards of the plan; failures are reported and do not stop the others.
    ///
    /// The files, and the order of `manifest.json`, do not depend on the number of workers.
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
        shouldStop: () -> Bool = { false },
        tell: (DropEvent) -> Void
    ) throws(CardError) -> DropTotals {
        var tasks = try tasks(of: plan)
        tell(.planned(count: try count(plan, counting)))
        try FileWriter().makeFolder(folder)
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        var isStopped = false
        var manifest = try ManifestWriter(folder: folder, kit: tasks.kitName)
        let files = CardFiles(folder: folder, sidecars: sidecars, inputs: plan.inputs)
        var pages = CardPages()
        var notesTold = 0
        try WorkerPool(engine: engine, workers: workers).run { () throws(CardError) in
            isStopped = isStopped || shouldStop()
            let task = isStopped ? nil : tasks.next()
            for note in tasks.notes.dropFirst(notesTold) { tell(.note(note)) }
            notesTold = tasks.notes.count
            return task
        } work: { [render] worker, task in
            outcome(of: task, worker, files, render)
        } deliver: { (outcome) throws(CardError) in
            if sidecars.contains(.page), case .made(let card) = outcome { pages.add(card) }
            try take(outcome, &manifest, tell)
        }
        try manifest.finish(try pages.write(into: folder), isWhole: !isStopped)
        return manifest.totals
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

/// The outcome of a task.
enum DropOutcome: Sendable {
    case made(WrittenCard)
    case failed(DropFailure)
    /// The folder cannot be written to: all later cards would fail too.
    case stopped(CardError)
}

private func outcome(
    of task: DropTask, _ worker: CardWorker, _ files: CardFiles, _ render: DropRunner.Renderer
) -> DropOutcome {
    switch task {
    case .fault(let failure): return .failed(failure)
    case .card(let item):
        do throws(CardError) {
            let card = try render(worker, item.request)
            let written = try files.write(card, stem: item.stem)
            return .made(WrittenCard(record: card.record, row: item.row, files: written))
        } catch {
            return error.kind == .output ? .stopped(error) : .failed(item.failure(error))
        }
    }
}

private func take(
    _ outcome: DropOutcome, _ manifest: inout ManifestWriter, _ tell: (DropEvent) -> Void
) throws(CardError) {
    switch outcome {
    case .made(let card):
        try manifest.add(card)
        tell(.made(card))
    case .failed(let failure):
        try manifest.add(failure)
        tell(.failed(failure))
    case .stopped(let error): throw error
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
