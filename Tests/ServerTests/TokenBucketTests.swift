import Testing

@testable import Server

@Suite struct TokenBucketTests {
    private let client = ClientAddress([127, 0, 0, 1])

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
}
