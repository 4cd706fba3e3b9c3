/// Sees to it that no two cards of a drop get the same name, on systems without case neither.
///
/// Takes a few bytes a card, however long the names are.
struct NameRegister {
    /// Hashes of the names that are taken.
    ///
    /// Where two names happen to have the same hash, the second gets a number it did not need.
    private var taken: Set<UInt64> = []
    /// The number to try next, for names that were wanted more than once.
    private var nextNumbers: [UInt64: Int] = [:]

    /// The drop's own files are never given away.
    init() {
        for name in ["manifest", "sheet"] { taken.insert(hash(of: name)) }
    }

    /// The name itself, or the first of `name-2`, `name-3`, … that is free.
    mutating func claim(_ name: String) -> String {
        let wanted = hash(of: SafeName.folded(name))
        if taken.insert(wanted).inserted { return name }
        var number = nextNumbers[wanted] ?? 2
        while true {
            let other = "\(name)-\(number)"
            number += 1
            guard taken.insert(hash(of: SafeName.folded(other))).inserted else { continue }
            nextNumbers[wanted] = number
            return other
        }
    }

    /// FNV-1a, 64 bits; the same in every process.
    ///
    /// Source: G. Fowler, L. C. Noll, K.-P. Vo.
    private func hash(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
