/// The candidate most similar to `name`, for "did you mean".
///
/// - Returns: the candidate with the fewest edits, at most a third of the longer name (and at least
///   1); nil if none is that near. On a tie the first.
/// - Cost: the product of the lengths for each candidate; names over 64 scalars have no near one.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    guard wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let scalars = Array(candidate.unicodeScalars)
        let allowed = max(1, max(wanted.count, scalars.count) / 3)
        // Names whose lengths differ by more cannot be near.
        guard scalars.count <= 64, abs(scalars.count - wanted.count) <= allowed else { continue }
        let distance = editDistance(wanted, scalars)
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Number of insertions, deletions, replacements and transpositions, ignoring ASCII case.
///
/// Source: L. Boytsov's survey calls it optimal string alignment.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let (left, right) = (left.map(foldedASCII), right.map(foldedASCII))
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1] + [Int](repeating: 0, count: right.count)
        for column in right.indices {
            let cost = left[row] == right[column] ? 0 : 1
            current[column + 1] = min(
                last[column + 1] + 1, current[column] + 1, last[column] + cost)
            let isSwap =
                row > 0 && column > 0 && left[row] == right[column - 1]
                && left[row - 1] == right[column]
            if isSwap {
                current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
            }
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}

private func foldedASCII(_ scalar: Unicode.Scalar) -> UInt32 {
    (65...90).contains(scalar.value) ? scalar.value + 32 : scalar.value
}
