import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartWords

/// Prints what a drop would do.
struct DropPreview {
    let engine: CardEngine
    let folder: String
    let sidecars: [CardPart.SidecarKind]
    let choices: DropChoices

    func tell(_ plan: DropPlan) throws(CardError) {
        var counts = (made: 0, unchanged: 0, removed: 0, kept: 0)
        try DropRunner(engine: engine, workers: 1).preview(
            plan, into: folder, sidecars: sidecars, choices: choices
        ) { (step) throws(CardError) in
            switch step {
            case .make(let stem, let change):
                counts.made += 1
                try Console.tell("make \(stem) (\(change.text))")
            case .unchanged: counts.unchanged += 1
            case .remove(let path):
                counts.removed += 1
                try Console.tell("remove \(path) (not in this drop)")
            case .keep(let path):
                counts.kept += 1
                try Console.tell("keep \(path) (not in this drop)")
            case .fault(let failure): Report.tell(failure.error.diagnostics)
            case .note(let note): Report.tell([note])
            }
        }
        try Console.tell(
            "\(counts.made) to make, \(counts.unchanged) unchanged, \(counts.removed) to remove, "
                + "\(counts.kept) kept")
    }
}
