public import Diagnostics
import Words

/// Makes cards one after the other, and keeps for the next what they have in common.
///
/// Owned by one thread. What was made before never shows in what is made next.
public final class CardWorker {
    public let engine: CardEngine

    init(engine: CardEngine) {
        self.engine = engine
    }

    /// Makes one card; the same job and files give the same bytes.
    public func render(_ job: CardJob) throws(CardError) -> Card {
        throw CardError(
            .busy, Diagnostic(code: "engine-incomplete", "the stair is not joined up yet"))
    }

    /// All that is wrong with a card, told without a picture being written.
    public func check(_ job: CardJob) -> [Diagnostic] {
        do {
            return try render(job).record.warnings
        } catch {
            return error.diagnostics
        }
    }
}
