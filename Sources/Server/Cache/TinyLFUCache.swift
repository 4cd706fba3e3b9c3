/// Cache bounded in bytes whose popular entries survive a flood of new ones (W-TinyLFU).
///
/// New entries enter a small LRU window. An entry evicted from it moves to the main LRU region if
/// there is room, or if its estimated frequency is higher than that of each entry it would evict.
/// Entries that are asked for once pass through the window and are gone.
///
/// - Source: G. Einziger, R. Friedman, B. Manes, "TinyLFU: A Highly Efficient Cache Admission
///   Policy", 2017.
struct TinyLFUCache<Value> {
    private struct Entry {
        var value: Value
        var cost: Int
    }

    /// The window has this part of all bytes.
    private static var windowDivisor: Int { 8 }

    private let windowLimit: Int
    private let mainLimit: Int
    private var window = LRUList<CardKey, Entry>()
    private var main = LRUList<CardKey, Entry>()
    private var windowBytes = 0
    private var mainBytes = 0
    private var sketch = FrequencySketch()

    /// - Parameter limit: of all entries together, in bytes.
    init(limit: Int) {
        windowLimit = limit / Self.windowDivisor
        mainLimit = limit - windowLimit
    }

    var byteCount: Int { windowBytes + mainBytes }
    var count: Int { window.count + main.count }

    /// The value of a key; the key is counted as asked for, found or not.
    mutating func value(for key: CardKey) -> Value? {
        sketch.count(key)
        return (main.use(key) ?? window.use(key))?.value
    }

    /// Inserts a value for a new key; does nothing for a known key or a value larger than the
    /// window.
    ///
    /// - Parameter cost: size in bytes.
    mutating func insert(_ value: Value, cost: Int, for key: CardKey) {
        guard cost <= windowLimit, main.peek(key) == nil, window.peek(key) == nil else { return }
        window.insert(Entry(value: value, cost: cost), for: key)
        windowBytes += cost
        while windowBytes > windowLimit, let oldest = window.oldestKey,
            let evicted = window.remove(oldest)
        {
            windowBytes -= evicted.cost
            admit(evicted, for: oldest)
        }
    }

    /// Moves an entry to the main region, or drops it.
    private mutating func admit(_ entry: Entry, for key: CardKey) {
        while mainBytes + entry.cost > mainLimit, let victim = main.oldestKey {
            guard sketch.estimate(key) > sketch.estimate(victim) else { return }
            mainBytes -= main.remove(victim)?.cost ?? 0
        }
        main.insert(entry, for: key)
        mainBytes += entry.cost
    }
}
