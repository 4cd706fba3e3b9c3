import Diagnostics
import HTTPTypes
import NIOCore
import Scenes

extension CardRoutes {
    /// Lays cards out that are not there yet; nothing is painted.
    ///
    /// - Returns: the words of each.
    /// - Throws: what making the first card that is at fault would throw.
    func rehearse(
        _ questions: [CardQuestion], _ context: CardContext
    ) async throws(Problem) -> [SceneWords] {
        switch await maker.rehearse(questions) {
        case .success(let words): return words
        case .failure(let miss):
            note(miss.fault, context)
            throw Problem(miss.fault, miss.question)
        }
    }

    /// The card, made when there is room for it: for an answer that has begun already.
    ///
    /// - Throws: where there is no room for 20 s, or the client is gone.
    func patientAnswer(
        _ question: CardQuestion, _ context: CardContext
    ) async throws -> CardAnswer {
        for _ in 0..<200 {
            if let answer = try await answerWithRoom(question, context) { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Problem.tooBusy
    }

    /// nil where there is no room now.
    private func answerWithRoom(
        _ question: CardQuestion, _ context: CardContext
    ) async throws(Problem) -> CardAnswer? {
        do throws(Problem) {
            return try await answer(question, context)
        } catch {
            guard error.status == .serviceUnavailable, context.channel.isActive else { throw error }
            return nil
        }
    }
}
