import CoreMetrics
import Diagnostics
import Engine
import Scenes

extension CardRenderer {
    /// The first card of a list that cannot be rendered.
    struct LayoutFailure: Error {
        var question: CardQuestion
        var fault: Fault
    }

    /// Lays cards out on a worker thread, up to the first faulty one.
    ///
    /// - Returns: the words of each.
    func layOut(_ questions: [CardQuestion]) async -> Result<[SceneWords], LayoutFailure> {
        await withCheckedContinuation { waiter in
            let ticket = crew.submit { waiter.resume(returning: $0.words(of: questions)) }
            guard ticket == nil else { return }
            metrics.refused.increment()
            waiter.resume(
                returning: .failure(LayoutFailure(question: questions[0], fault: .queueFull)))
        }
    }
}

extension CardWorker {
    fileprivate func words(
        of questions: [CardQuestion]
    ) -> Result<[SceneWords], CardRenderer.LayoutFailure> {
        var words: [SceneWords] = []
        for question in questions {
            do throws(CardError) {
                if let refusal = question.refusal { throw refusal }
                words.append(try rehearse(question.request))
            } catch {
                return .failure(CardRenderer.LayoutFailure(question: question, fault: .card(error)))
            }
        }
        return .success(words)
    }
}
