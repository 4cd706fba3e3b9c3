import Diagnostics
import HTTPTypes
import NIOCore
import Scenes

extension CardRoutes {
    /// Lays cards out without rasterizing them.
    ///
    /// - Returns: the words of each.
    /// - Throws: the error that rendering the first faulty card would throw.
    func layOut(
        _ questions: [CardQuestion], _ context: ServerContext
    ) async throws(Problem) -> [SceneWords] {
        switch await renderer.layOut(questions) {
        case .success(let words): return words
        case .failure(let failure):
            note(failure.fault, context)
            throw Problem(failure.fault, failure.question)
        }
    }

    /// The card, rendered when the queue has room, for a response whose status has been sent.
    ///
    /// - Throws: if the queue is full for 20 s, or the client is gone.
    func patientAnswer(
        _ question: CardQuestion, _ context: ServerContext
    ) async throws -> CardAnswer {
        for _ in 0..<200 {
            if let answer = try await answerWithRoom(question, context) { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Problem.tooBusy
    }

    /// nil if the queue is full now.
    private func answerWithRoom(
        _ question: CardQuestion, _ context: ServerContext
    ) async throws(Problem) -> CardAnswer? {
        do throws(Problem) {
            return try await answer(question, context)
        } catch {
            guard error.status == .serviceUnavailable, context.channel.isActive else { throw error }
            return nil
        }
    }
}
