import BlueHeartHTTPSyntax
import Testing

@testable import BlueHeartServer

@Suite struct TokenBucketTests {
    private let client: ClientAddress
    private let other: ClientAddress

    init() throws {
        client = ClientAddress(try #require(HostAddress("127.0.0.1")))
        other = ClientAddress(try #require(HostAddress("127.0.0.2")))
    }

    @Test func aClientMayAskAsOftenAsItsBurst() {
        let buckets = TokenBuckets(rate: 1, burst: 3)
        let verdicts = (0..<4).map { _ in buckets.take(client, now: 10).isAllowed }
        #expect(verdicts == [true, true, true, false])
    }

    @Test func aTokenComesBackWithTime() {
        let buckets = TokenBuckets(rate: 2, burst: 1)
        #expect(buckets.take(client, now: 10).isAllowed)
        #expect(!buckets.take(client, now: 10.4).isAllowed)
        #expect(buckets.take(client, now: 10.6).isAllowed)
    }

    /// A drop of 15 cards is granted to who has one token left, and paid for in time.
    @Test func whatCostsMoreIsPaidLater() {
        let buckets = TokenBuckets(rate: 1, burst: 4)
        #expect(buckets.take(client, now: 10).isAllowed)
        #expect(buckets.charge(client, 14) == .init(isAllowed: true, left: 0, wait: 5))
        #expect(!buckets.take(client, now: 14.9).isAllowed)
        #expect(buckets.take(client, now: 15.1).isAllowed)
        #expect(buckets.charge(other, 1) == nil)
    }

    @Test func whoHasTokensLeftIsToldHowMany() {
        let buckets = TokenBuckets(rate: 2, burst: 10)
        #expect(buckets.take(client, now: 10) == .init(isAllowed: true, left: 9, wait: 1))
        #expect(buckets.charge(client, 3) == .init(isAllowed: true, left: 6, wait: 1))
    }
}
