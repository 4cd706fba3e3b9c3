import Testing

@testable import BlueHeartServer

@Suite struct TinyLFUCacheTests {
    /// A window of 10 bytes and a main region of 70.
    private var cache = TinyLFUCache<Int>(limit: 80)

    private func key(_ number: Int) -> CardKey { CardKey(of: "\(number)") }

    /// Entries of 10 bytes: the window holds one, the main region seven.
    private mutating func insert(_ numbers: some Sequence<Int>) {
        for number in numbers { cache.insert(number, cost: 10, for: key(number)) }
    }

    private mutating func ask(for numbers: some Sequence<Int>) -> [Int] {
        numbers.compactMap { cache.value(for: key($0)) }
    }

    @Test mutating func valuesAreKeptUpToTheLimit() {
        insert(0..<8)
        #expect(cache.count == 8 && cache.byteCount == 80)
        #expect(ask(for: 0..<8) == Array(0..<8))
    }

    /// Without the comparison of frequencies the flood would evict all eight.
    @Test mutating func aFloodOfNewEntriesEvictsNoPopularOne() {
        insert(0..<7)
        for _ in 0..<3 { _ = ask(for: 0..<7) }
        insert(100..<200)
        #expect(ask(for: 0..<7) == Array(0..<7))
        #expect(cache.byteCount == 80 && ask(for: 100..<200) == [199])
    }

    @Test mutating func anEntryAskedForMoreOftenThanTheVictimReplacesIt() {
        insert(0..<7)
        _ = ask(for: 1..<7)
        for _ in 0..<4 { _ = ask(for: [100]) }
        insert([100, 101])
        #expect(ask(for: [0]).isEmpty && ask(for: [100]) == [100])
        #expect(ask(for: 1..<7) == Array(1..<7))
    }

    @Test mutating func anEntryAskedForAsOftenAsTheVictimIsDropped() {
        insert(0..<7)
        _ = ask(for: Array(0..<7) + [100])
        insert([100, 101])
        #expect(ask(for: [100]).isEmpty && ask(for: 0..<7) == Array(0..<7))
    }

    @Test mutating func theVictimIsTheOneNotUsedForLongest() {
        insert(0..<8)
        for _ in 0..<5 { _ = ask(for: [7, 8]) }
        _ = ask(for: 1..<7)
        insert([8])
        #expect(ask(for: [0]).isEmpty && ask(for: 1..<9) == Array(1..<9))
    }

    @Test mutating func aLargeEntryIsNotKept() {
        cache.insert(1, cost: 11, for: key(1))
        #expect(cache.count == 0)
        cache.insert(1, cost: 10, for: key(1))
        #expect(cache.count == 1)
    }

    @Test mutating func aKnownKeyKeepsItsValue() {
        cache.insert(1, cost: 10, for: key(1))
        cache.insert(2, cost: 10, for: key(1))
        #expect(cache.value(for: key(1)) == 1 && cache.byteCount == 10)
    }

    /// Against a dictionary and a list that say the same in the plainest way.
    @Test mutating func theByteCountIsThatOfItsEntries() {
        var seed: UInt64 = 1
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Int(seed >> 40) % 40
            if cache.value(for: key(number)) == nil {
                cache.insert(number, cost: number % 10 + 1, for: key(number))
            }
            #expect(cache.byteCount <= 80)
        }
        let kept = ask(for: 0..<40)
        #expect(kept.count == cache.count)
        #expect(kept.reduce(0) { $0 + $1 % 10 + 1 } == cache.byteCount)
    }
}

@Suite struct FrequencySketchTests {
    private let popular = CardKey(of: "popular")

    @Test func anEstimateIsNeverTooLow() {
        var sketch = FrequencySketch()
        for number in 0..<2_000 {
            for _ in 0...(number % 5) { sketch.count(CardKey(of: "\(number)")) }
        }
        let estimates = (0..<2_000).map { Int(sketch.estimate(CardKey(of: "\($0)"))) }
        #expect(zip(estimates, 0...).allSatisfy { $0 >= $1 % 5 + 1 })
        let tooHigh = zip(estimates, 0...).count { $0 > $1 % 5 + 1 }
        #expect(tooHigh < 20, "\(tooHigh) of 2,000 estimates are too high")
        #expect(sketch.estimate(popular) == 0)
    }

    @Test func aCountEndsAtFifteen() {
        var sketch = FrequencySketch()
        for _ in 0..<100 { sketch.count(popular) }
        #expect(sketch.estimate(popular) == 15)
    }

    @Test func oldPopularityFades() {
        var sketch = FrequencySketch()
        for _ in 0..<12 { sketch.count(popular) }
        let other = CardKey(of: "other")
        for _ in 12..<(FrequencySketch.period - 1) { sketch.count(other) }
        #expect(sketch.estimate(popular) == 12)
        sketch.count(other)
        #expect(sketch.estimate(popular) == 6)
    }
}

@Suite struct LRUListTests {
    @Test func theOldestKeyIsTheOneNotUsedForLongest() {
        var list = LRUList<String, Int>()
        for (number, key) in ["a", "b", "c"].enumerated() { list.insert(number, for: key) }
        #expect(list.oldestKey == "a")
        #expect(list.use("a") == 0 && list.oldestKey == "b")
        #expect(list.peek("b") == 1 && list.oldestKey == "b")
        #expect(list.remove("b") == 1 && list.oldestKey == "c" && list.count == 2)
        #expect(list.remove("b") == nil && list.use("b") == nil)
        list.insert(3, for: "d")
        #expect(list.remove("c") == 2 && list.oldestKey == "a")
        #expect(list.remove("a") == 0 && list.remove("d") == 3 && list.oldestKey == nil)
    }
}
