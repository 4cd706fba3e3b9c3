import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// The allowed notations of a length in its place.
struct LengthUse: Sendable {
    /// The name of its form in schemas.
    var name: String
    var allowsPercentage: Bool
    /// True if `safe` is allowed, for the placement's inset.
    var allowsSafe = false
    /// Range in px of the reference; a percentage has the same bounds in hundredths.
    var range: ClosedRange<Double>

    /// A side of a box: never below 0.
    static let size = LengthUse(
        name: "length", allowsPercentage: true, range: 0...1e6)
    /// A place in a box.
    static let place = LengthUse(
        name: "place", allowsPercentage: true, range: -1e6...1e6)
    /// A distance from a side of the parent.
    static let distance = LengthUse(
        name: "distance", allowsPercentage: true, allowsSafe: true, range: -1e6...1e6)
    /// Px only, never below 0.
    static let px = LengthUse(
        name: "px", allowsPercentage: false, range: 0...1e6)
    /// Px only, above 0.
    static let pxAboveZero = LengthUse(
        name: "pxAboveZero", allowsPercentage: false, range: 0.01...1e6)
    /// Px only, either way.
    static let shift = LengthUse(
        name: "shift", allowsPercentage: false, range: -1e6...1e6)
    /// The standard deviation of a blur.
    static let blur = LengthUse(
        name: "blur", allowsPercentage: false, range: 0...256)
    static let padding = LengthUse(
        name: "padding", allowsPercentage: false, allowsSafe: true, range: 0...1e6)
    static let margin = LengthUse(
        name: "margin", allowsPercentage: false, range: -1e6...1e6)
    static let fontSize = LengthUse(
        name: "fontSize", allowsPercentage: false, range: 0.5...8_192)

    /// Px on the card at most.
    var limit: Double { range.upperBound == 256 ? 256 : 1e7 }
}

/// A side of a box, for `safe`.
enum BoxSide: Sendable { case top, right, bottom, left }

extension Insets {
    subscript(side: BoxSide) -> Double {
        switch side {
        case .top: top
        case .right: right
        case .bottom: bottom
        case .left: left
        }
    }
}

/// A length as a template writes it.
struct LengthValue: Computable {
    enum Unit: String, CaseIterable, Sendable {
        /// Px of the reference.
        case px = ""
        case percent = "%"
        case vw, vh, vmin, vmax
        /// The placement's safe inset and so many px of the reference more.
        case safe
    }

    var number: NumberValue
    var unit: Unit
    var use: LengthUse
    var isComputed: Bool { number.isComputed }
}

extension Resolver {
    /// A length in px of the card or as a fraction of the parent.
    ///
    /// - Parameter side: the side whose inset `safe` means.
    func length(
        _ value: LengthValue, side: BoxSide = .top, at written: Written
    ) throws(CardError) -> Length {
        let number = try number(value.number, in: value.use.range, unit: "px", at: written)
        switch value.unit {
        case .percent: return .fraction(number / 100)
        case .px: return .px(try limited(number * canvas.scale, value.use, at: written))
        case .safe: return .px(canvas.safe[side] + number * canvas.scale)
        case .vw: return try hundredths(number, of: canvas.width, value.use, at: written)
        case .vh: return try hundredths(number, of: canvas.height, value.use, at: written)
        case .vmin:
            let side = min(canvas.width, canvas.height)
            return try hundredths(number, of: side, value.use, at: written)
        case .vmax:
            let side = max(canvas.width, canvas.height)
            return try hundredths(number, of: side, value.use, at: written)
        }
    }

    /// A length in px of the card.
    func px(
        _ value: LengthValue, side: BoxSide = .top, at written: Written
    ) throws(CardError) -> Double {
        switch try length(value, side: side, at: written) {
        case .px(let px): return px
        case .fraction: preconditionFailure("a percentage was read where none is allowed")
        }
    }

    private func hundredths(
        _ number: Double, of whole: Double, _ use: LengthUse, at written: Written
    ) throws(CardError) -> Length {
        .px(try limited(number / 100 * whole, use, at: written))
    }

    /// Refuses what a large card makes too long, blurs above all.
    private func limited(
        _ px: Double, _ use: LengthUse, at written: Written
    ) throws(CardError) -> Double {
        guard abs(px) <= use.limit else {
            throw CardError(
                .template,
                Diagnostic(
                    code: "out-of-range",
                    "expected at most \(shortNumber(use.limit)) px on the card, found "
                        + "\(shortNumber(px.rounded()))", at: written.location, path: written.path,
                    hint: "write a smaller one"))
        }
        return px
    }

    /// The sides of start and end.
    var horizontalSides: (start: BoxSide, end: BoxSide) {
        direction == .leftToRight ? (.left, .right) : (.right, .left)
    }
}
