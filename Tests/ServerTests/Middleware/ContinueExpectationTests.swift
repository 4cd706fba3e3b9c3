import HTTPTypes
import Testing

@testable import BlueHeartServer

@Suite struct ContinueExpectationTests {
    private func reply(
        to method: HTTPRequest.Method, _ path: String, expecting value: String
    ) async throws -> Reply {
        let job = "{\"kit\": \"tiny\", \"template\": \"heart\", \"placement\": \"og\"}"
        return try await TestServer().send(
            TestRequest(
                method: method, path: path,
                headers: [.expect: value, .contentType: "application/json"], body: Array(job.utf8)))
    }

    @Test(arguments: ["100-continue", "100-Continue"])
    func aBodyThatIsReadIsInvitedFirst(value: String) async throws {
        let reply = try await reply(to: .post, "/v1/cards", expecting: value)
        #expect(reply.interim == 100 && reply.status == 200)
    }

    @Test func aBodyThatIsNotReadIsNotInvited() async throws {
        for (method, path, status) in [
            (HTTPRequest.Method.post, "/v1/kits", 405), (.post, "/nowhere", 404),
            (.get, "/health", 200), (.post, "/v1/cards?x=1", 400),
        ] {
            let reply = try await reply(to: method, path, expecting: "100-continue")
            #expect(reply.interim == nil && reply.status == status, "\(path)")
        }
    }

    @Test func anotherExpectationIsRefused() async throws {
        let reply = try await reply(to: .post, "/v1/cards", expecting: "200-ok")
        #expect(reply.status == 417 && reply.problem == ["bad-expectation"])
    }
}
