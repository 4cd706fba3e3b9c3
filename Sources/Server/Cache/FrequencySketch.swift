/// Estimates how often keys were counted lately, in constant memory (count-min sketch).
///
/// An estimate can be too high, never too low. All counts are halved after every 163,840 additions,
/// so that old popularity fades.
///
/// - Source: G. Cormode, S. Muthukrishnan, "An improved data stream summary: the count-min sketch",
///   2005; ageing: G. Einziger and others, "TinyLFU", 2017.
struct FrequencySketch {
    private static let width = 1 << 14
    private static let highest: UInt8 = 15
    /// Additions between two halvings.
    static let period = 10 * width

    /// Four rows, one after the other.
    private var counts = [UInt8](repeating: 0, count: 4 * width)
    private var additions = 0

    mutating func count(_ key: CardKey) {
        for index in Self.indices(of: key) where counts[index] < Self.highest { counts[index] += 1 }
        additions += 1
        if additions == Self.period { halve() }
    }

    /// 0 to 15.
    func estimate(_ key: CardKey) -> UInt8 {
        Self.indices(of: key).reduce(Self.highest) { min($0, counts[$1]) }
    }

    private mutating func halve() {
        for index in counts.indices { counts[index] >>= 1 }
        additions /= 2
    }

    /// One index a row; the four words of a digest are independent hashes.
    private static func indices(of key: CardKey) -> [Int] {
        (0..<4).map { row in row * width + Int(key.words[row] % UInt64(width)) }
    }
}
