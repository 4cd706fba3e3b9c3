/// About how often keys were asked for lately, in a few bytes however many keys there are.
///
/// Counts may be too high, never too low; all are halved now and then, so that what was popular
/// once does not stay so for ever.
///
/// - Source: G. Cormode, S. Muthukrishnan, "An improved data stream summary: the count-min sketch",
///   2005; the ageing is that of G. Einziger and others, "TinyLFU", 2017.
struct FrequencySketch {
    private static let width = 1 << 14
    private static let highest: UInt8 = 15

    /// Four rows, one after the other.
    private var counts = [UInt8](repeating: 0, count: 4 * width)
    private var additions = 0

    mutating func note(_ key: CardKey) {
        for place in Self.places(of: key) where counts[place] < Self.highest { counts[place] += 1 }
        additions += 1
        if additions == 10 * Self.width { age() }
    }

    func estimate(_ key: CardKey) -> UInt8 {
        Self.places(of: key).reduce(Self.highest) { min($0, counts[$1]) }
    }

    private mutating func age() {
        for place in counts.indices { counts[place] >>= 1 }
        additions /= 2
    }

    /// A digest's parts are as good as four independent hashes.
    private static func places(of key: CardKey) -> [Int] {
        (0..<4).map { row in row * width + Int(key.words[row] % UInt64(width)) }
    }
}
