/// The space available to a box along one axis while it is measured.
enum AvailableSpace: Hashable {
    /// Set by the parent, in px.
    case exactly(Double)
    /// The length that the content requires, up to this length in px, but not below its minimum.
    case atMost(Double)
    /// The shortest length of the content: one word per line, the smallest type.
    case minContent
    /// The longest length of the content: no wrapping, the largest type.
    case maxContent

    var exact: Double? {
        if case .exactly(let length) = self { length } else { nil }
    }
}

/// The inner box of a parent, for percentages; nil along an axis that is indefinite.
struct ContainingBlock: Hashable {
    var width: Double?
    var height: Double?

    static let unknown = ContainingBlock(width: nil, height: nil)
}

/// The input of a measurement.
struct Constraints: Hashable {
    var width: AvailableSpace
    var height: AvailableSpace
    var whole: ContainingBlock
}

/// Minimum and maximum length along one axis, in px; the minimum has precedence.
struct Limits: Hashable {
    var least: Double
    var most: Double

    func clamp(_ length: Double) -> Double {
        max(least, min(most, length))
    }
}
