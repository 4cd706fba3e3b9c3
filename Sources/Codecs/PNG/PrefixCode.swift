/// A length-limited Huffman code, in the canonical order of deflate.
///
/// Source: RFC 1951, section 3.2.2.
struct PrefixCode {
    /// Code length of each symbol, in bits; 0 if it does not occur.
    let lengths: [Int]
    /// Code of each symbol, with the first bit to be written in the lowest position.
    let codes: [UInt64]

    /// The optimal code for these frequencies, limited to `limit` bits.
    init(frequencies: [Int], limit: Int) {
        lengths = Self.lengths(frequencies, limit: limit)
        codes = Self.codes(lengths)
    }

    private static func lengths(_ frequencies: [Int], limit: Int) -> [Int] {
        // Symbols that occur, the rarest first; ties keep their order, for a unique result.
        let used = frequencies.indices.filter { frequencies[$0] > 0 }
            .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
        var lengths = [Int](repeating: 0, count: frequencies.count)
        if used.count < 2 {
            for symbol in used { lengths[symbol] = 1 }
            return lengths
        }
        let counts = limited(depthCounts(used.map { frequencies[$0] }), to: limit)
        var next = used.startIndex
        for length in counts.indices.reversed() {
            for symbol in used[next..<next + counts[length]] { lengths[symbol] = length }
            next += counts[length]
        }
        return lengths
    }

    /// Number of leaves at each depth of the Huffman tree over ascending `weights`.
    private static func depthCounts(_ weights: [Int]) -> [Int] {
        var joined: [Int] = []
        var parents = [Int](repeating: 0, count: 2 * weights.count - 1)
        var leaf = 0
        var node = 0
        // Leaves and inner nodes both ascend, so the two lightest are at the fronts.
        func lightest() -> (place: Int, weight: Int) {
            if leaf < weights.count, node == joined.count || weights[leaf] <= joined[node] {
                leaf += 1
                return (leaf - 1, weights[leaf - 1])
            }
            node += 1
            return (weights.count + node - 1, joined[node - 1])
        }
        while joined.count < weights.count - 1 {
            let (first, second) = (lightest(), lightest())
            parents[first.place] = weights.count + joined.count
            parents[second.place] = weights.count + joined.count
            joined.append(first.weight + second.weight)
        }
        var depths = [Int](repeating: 0, count: parents.count)
        var counts = [Int](repeating: 0, count: weights.count + 1)
        for place in parents.indices.dropLast().reversed() {
            depths[place] = depths[parents[place]] + 1
            if place < weights.count { counts[depths[place]] += 1 }
        }
        return counts
    }

    /// Shortens codes above `limit`, and lengthens others until the code is complete.
    private static func limited(_ counts: [Int], to limit: Int) -> [Int] {
        var limited = [Int](repeating: 0, count: limit + 1)
        for (depth, count) in counts.enumerated() { limited[min(depth, limit)] += count }
        // Kraft's sum in units of the longest code; must not exceed 1.
        var sum = (1...limit).reduce(0) { $0 + limited[$1] << (limit - $1) }
        while sum > 1 << limit {
            // One leaf moves a level down and gets one of the longest codes as its sibling.
            var depth = limit - 1
            while limited[depth] == 0 { depth -= 1 }
            limited[depth] -= 1
            limited[depth + 1] += 2
            limited[limit] -= 1
            sum -= 1
        }
        return limited
    }

    private static func codes(_ lengths: [Int]) -> [UInt64] {
        let longest = lengths.max() ?? 0
        var next = [Int](repeating: 0, count: longest + 2)
        for length in 1..<(longest + 1) {
            next[length + 1] = (next[length] + lengths.count { $0 == length }) << 1
        }
        return lengths.map { length in
            if length == 0 { return 0 }
            defer { next[length] += 1 }
            return reversed(next[length], bits: length)
        }
    }

    private static func reversed(_ code: Int, bits: Int) -> UInt64 {
        (0..<bits).reduce(0) { $0 << 1 | UInt64(code >> $1 & 1) }
    }
}
