/// How long a box may be along one axis while it is measured.
enum AvailableSpace: Hashable {
    /// Decided by the parent, in px.
    case exactly(Double)
    /// As long as the content likes, up to that many px, but not below its smallest length.
    case atMost(Double)
    /// As short as the content can be: words one below the other, type at its smallest.
    case minContent
    /// As long as the content likes: nothing wrapped, type at its largest.
    case maxContent

    var exact: Double? {
        if case .exactly(let length) = self { length } else { nil }
    }
}

/// The inner box of a parent, for percentages; nil along an axis on which it is not decided yet.
struct ContainingBlock: Hashable {
    var width: Double?
    var height: Double?

    static let unknown = ContainingBlock(width: nil, height: nil)
}

/// What a measurement is asked under.
struct Constraints: Hashable {
    var width: AvailableSpace
    var height: AvailableSpace
    var whole: ContainingBlock
}

/// The shortest and longest a box may be along one axis, in px; the shortest wins.
struct Limits: Hashable {
    var least: Double
    var most: Double

    func clamp(_ length: Double) -> Double {
        max(least, min(most, length))
    }
}
