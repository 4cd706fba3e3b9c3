import BlueHeartDiagnostics
import BlueHeartScenes
import HTTPTypes
import NIOCore

extension CardRoutes {
    /// Lays cards out without rasterizing them.
    ///
    /// - Returns: the words of each.
    /// - Throws: the error that rendering the first faulty card would throw.
    func layOut(
        _ cards: [PublicCardRequest], _ context: ServerContext
    ) async throws(Problem) -> [SceneWords] {
        switch await renderer.layOut(cards) {
        case .success(let words): return words
        case .failure(let failure):
            note(failure.fault, context)
            throw Problem(failure.fault, failure.card)
        }
    }

    /// The card, rendered when the queue has room, for a response whose status has been sent.
    ///
    /// - Throws: if the queue is full for 20 s, or the client is gone.
    func patientAnswer(
        _ card: PublicCardRequest, _ context: ServerContext
    ) async throws -> CachedCard {
        for _ in 0..<200 {
            if let answer = try await answerWithRoom(card, context) { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Problem.tooBusy
    }

    /// nil if the queue is full now.
    private func answerWithRoom(
        _ card: PublicCardRequest, _ context: ServerContext
    ) async throws(Problem) -> CachedCard? {
        do throws(Problem) {
            return try await answer(card, context)
        } catch {
            guard error.status == .serviceUnavailable, context.channel.isActive else { throw error }
            return nil
        }
    }
}
