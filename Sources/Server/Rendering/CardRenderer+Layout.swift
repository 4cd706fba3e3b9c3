import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartScenes
import CoreMetrics

extension CardRenderer {
    /// The first card of a list that cannot be rendered.
    struct LayoutFailure: Error {
        var card: PublicCardRequest
        var fault: Fault
    }

    /// Lays cards out on a worker thread, up to the first faulty one.
    ///
    /// - Returns: the words of each.
    func layOut(_ cards: [PublicCardRequest]) async -> Result<[SceneWords], LayoutFailure> {
        await withCheckedContinuation { waiter in
            let ticket = queue.submit { waiter.resume(returning: $0.words(of: cards)) }
            guard ticket == nil else { return }
            metrics.refused.increment()
            waiter.resume(
                returning: .failure(LayoutFailure(card: cards[0], fault: .queueFull)))
        }
    }
}

extension CardWorker {
    fileprivate func words(
        of cards: [PublicCardRequest]
    ) -> Result<[SceneWords], CardRenderer.LayoutFailure> {
        var words: [SceneWords] = []
        for card in cards {
            do throws(CardError) {
                if let refusal = card.refusal { throw refusal }
                words.append(try dryRun(card.request))
            } catch {
                return .failure(CardRenderer.LayoutFailure(card: card, fault: .card(error)))
            }
        }
        return .success(words)
    }
}
