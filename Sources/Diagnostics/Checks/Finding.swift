/// What a check of a finished card adds to a diagnostic: what was measured, and where it is seen.
public struct Finding: Hashable, Sendable {
    /// The rule that is broken.
    public var rule: CheckRule
    /// On the picture, in its px; nil where nothing of it is seen.
    public var area: PictureArea?
    public var measured: Measure?
    /// What it is wrong with, where that is something else than what its rule looks at.
    public var subject: CheckRule.Subject?
    /// Why the kit gave the rule another severity than its own.
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

/// A number against what it has to be.
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

    /// Whether the number is what it has to be.
    public var isKept: Bool {
        switch required {
        case .atLeast(let least): value >= least
        case .atMost(let most): value <= most
        }
    }
}
