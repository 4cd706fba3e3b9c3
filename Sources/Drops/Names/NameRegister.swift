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
        for name in ["manifest", "manifest.previous", "sheet"] {
            taken.insert(Self.index(of: name))
        }
    }

    /// The name itself, or the first unused of `name-2`, `name-3`, ….
    ///
    /// - Parameter isFree: false for the index of a name that belongs to a card of an earlier drop.
    mutating func claim(
        _ name: String, isFree: (UInt64) -> Bool = { _ in true }
    ) -> String {
        let wanted = Self.index(of: name)
        if isFree(wanted), taken.insert(wanted).inserted { return name }
        var number = nextNumbers[wanted] ?? 2
        while true {
            let other = "\(name)-\(number)"
            number += 1
            let index = Self.index(of: other)
            guard isFree(index), taken.insert(index).inserted else { continue }
            nextNumbers[wanted] = number
            return other
        }
    }

    /// Takes the name that a card had before.
    ///
    /// - Returns: false if another card of this drop has it.
    mutating func take(_ name: String) -> Bool {
        taken.insert(Self.index(of: name)).inserted
    }

    /// FNV-1a of the folded name, 64 bits; the same in every process.
    ///
    /// Source: G. Fowler, L. C. Noll, K.-P. Vo.
    static func index(of name: String) -> UInt64 {
        SafeName.folded(name).utf8.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
    }
}
