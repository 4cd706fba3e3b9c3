import CoreMetrics
import Diagnostics
import Engine
import Scenes

extension CardMaker {
    /// A card that would not be made, and why.
    struct Miss: Error {
        var question: CardQuestion
        var fault: Fault
    }

    /// Lays cards out on one of the crew's threads, up to the first that is at fault.
    ///
    /// - Returns: the words of each.
    func rehearse(_ questions: [CardQuestion]) async -> Result<[SceneWords], Miss> {
        await withCheckedContinuation { waiter in
            let ticket = crew.submit { waiter.resume(returning: $0.words(of: questions)) }
            guard ticket == nil else { return }
            counts.refused.increment()
            waiter.resume(returning: .failure(Miss(question: questions[0], fault: .full)))
        }
    }
}

extension CardWorker {
    fileprivate func words(
        of questions: [CardQuestion]
    ) -> Result<[SceneWords], CardMaker.Miss> {
        var words: [SceneWords] = []
        for question in questions {
            do throws(CardError) {
                if let refusal = question.refusal { throw refusal }
                words.append(try rehearse(question.job))
            } catch {
                return .failure(CardMaker.Miss(question: question, fault: .card(error)))
            }
        }
        return .success(words)
    }
}
