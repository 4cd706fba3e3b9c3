public import Diagnostics
import Engine

extension DropRunner {
    /// Goes over everything a plan asks for, and writes nothing.
    ///
    /// - Parameters:
    ///   - tell: every diagnostic, warnings and notes too, in the order of the cards; called on the
    ///     caller's thread.
    /// - Returns: how many cards there are.
    /// - Throws: what is wrong with the plan itself, and rows that cannot be opened.
    public func check(
        _ plan: DropPlan, of kit: KitOutline, tell: (Diagnostic) -> Void
    ) throws(CardError) -> Int {
        var tasks = try DropTasks(plan, kit: kit, reader: try plan.openRows())
        var notesTold = 0
        var count = 0
        try WorkerPool(engine: engine, workers: workers).run { () throws(CardError) in
            let task = tasks.next()
            for note in tasks.notes.dropFirst(notesTold) { tell(note) }
            notesTold = tasks.notes.count
            return task
        } work: { worker, task in
            diagnostics(of: task, worker)
        } deliver: { (found: [Diagnostic]) throws(CardError) in
            count += 1
            for diagnostic in found { tell(diagnostic) }
        }
        return count
    }
}

private func diagnostics(of task: DropTask, _ worker: CardWorker) -> [Diagnostic] {
    switch task {
    case .fault(let failure): failure.error.diagnostics
    case .card(let planned): worker.check(planned.job)
    }
}
