/// Ensures that the names of a drop's cards are unique, also on case-insensitive systems.
///
/// Needs a few bytes per card, independent of the length of the names.
struct NameRegister {
    /// Hashes of the used names.
    ///
    /// If two names have the same hash by chance, the second gets a number unnecessarily.
    private var taken: Set<UInt64> = []
    /// The next number, for names requested more than once.
    private var nextNumbers: [UInt64: Int] = [:]

    /// Reserves the drop's own files.
    init() {
        for name in ["manifest", "sheet"] { taken.insert(hash(of: name)) }
    }

    /// The name itself, or the first unused of `name-2`, `name-3`, ….
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
