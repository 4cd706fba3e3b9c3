public import BlueHeartDiagnostics
import BlueHeartEngine
public import BlueHeartWords

/// A step that a drop would take.
public enum DropPreviewStep: Sendable {
    /// A card would be made; with its path without extension.
    case make(stem: String, CardChange)
    case unchanged
    /// A card of an earlier drop, by its picture.
    case keep(path: String)
    case remove(path: String)
    /// A row that cannot be read.
    case fault(DropFailure)
    case note(Diagnostic)
}

extension DropRunner {
    /// Determines what a drop would make, keep and remove; renders and writes nothing.
    ///
    /// - Parameter tell: receives the steps, the cards in the order of the drop.
    public func preview(
        _ plan: DropPlan, into folder: String, sidecars: [CardPart.SidecarKind],
        choices: DropChoices, tell: (DropPreviewStep) throws(CardError) -> Void
    ) throws(CardError) {
        var planner = DropPlanner(
            try tasks(of: plan), of: plan, folder: folder, sidecars: sidecars, choices: choices,
            engine: engine)
        while let step = planner.next() {
            switch step {
            case .fault(let failure): try tell(.fault(failure))
            case .card(let card):
                try tell(
                    card.change.map { .make(stem: card.item.stem, $0) } ?? .unchanged)
            }
        }
        for note in planner.notes { try tell(.note(note)) }
        let isPruned = choices.leaving == .prune && planner.unreadCount == 0
        for other in planner.state.others {
            guard let path = planner.state.earlier(other).files.first?.path else { continue }
            try tell(isPruned ? .remove(path: path) : .keep(path: path))
        }
    }
}
