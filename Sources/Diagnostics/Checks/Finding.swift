/// The part of a diagnostic that belongs to a check of a finished card: rule, area and measured
/// value.
public struct Finding: Hashable, Sendable {
    /// The violated rule.
    public var rule: CheckRule
    /// Area in px of the picture; nil if nothing of it is visible.
    public var area: PictureArea?
    public var measured: Measure?
    /// The subject, if it differs from that of the rule.
    public var subject: CheckRule.Subject?
    /// The kit's reason for changing the severity.
    public var kitReason: String?

    public init(
        _ rule: CheckRule, area: PictureArea? = nil, measured: Measure? = nil,
        subject: CheckRule.Subject? = nil, kitReason: String? = nil
    ) {
        self.rule = rule
        self.area = area
        self.measured = measured
        self.subject = subject
        self.kitReason = kitReason
    }
}

/// A part of a picture, in px from its upper left corner.
public struct PictureArea: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// A measured value with its bound.
public struct Measure: Hashable, Sendable {
    public enum Bound: Hashable, Sendable {
        case atLeast(Double)
        case atMost(Double)
    }

    public var value: Double
    public var required: Bound
    /// `characters`, `px`; empty for a ratio.
    public var unit: String

    public init(_ value: Double, _ required: Bound, unit: String = "") {
        self.value = value
        self.required = required
        self.unit = unit
    }

    /// True if the value satisfies the bound.
    public var isKept: Bool {
        switch required {
        case .atLeast(let least): value >= least
        case .atMost(let most): value <= most
        }
    }
}
