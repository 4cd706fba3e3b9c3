/// A number with a unit, before its context is known.
struct Length: Hashable, Sendable {
    enum Unit: String, Hashable, Sendable {
        case px, percent = "%", em, ex, inch = "in", cm, mm, pt, pc, vw, vh, vmin, vmax, rem, ch, q
    }

    var value: Double
    var unit: Unit

    static let zero = Length(value: 0, unit: .px)

    static func percent(_ value: Double) -> Length { Length(value: value, unit: .percent) }

    init(value: Double, unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// Reads a length; nil if the text is none.
    init?(_ text: String) {
        var cursor = TextCursor(text)
        cursor.skipBlanks()
        guard let length = cursor.length() else { return nil }
        cursor.skipBlanks()
        guard cursor.isAtEnd else { return nil }
        self = length
    }
}

/// The reference lengths of units that are not absolute.
struct LengthContext: Hashable, Sendable {
    /// Font size in px.
    var em: Double
    /// Size of the nearest viewport in its own units.
    var viewportWidth: Double
    var viewportHeight: Double

    enum Axis { case x, y, diagonal }

    func resolve(_ length: Length, _ axis: Axis) -> Double {
        switch length.unit {
        case .px: length.value
        case .percent: length.value / 100 * reference(axis)
        case .em: length.value * em
        case .ex, .ch: length.value * em / 2
        case .rem: length.value * 16
        case .inch: length.value * 96
        case .cm: length.value * 96 / 2.54
        case .mm: length.value * 96 / 25.4
        case .q: length.value * 96 / 101.6
        case .pt: length.value * 4 / 3
        case .pc: length.value * 16
        case .vw: length.value / 100 * viewportWidth
        case .vh: length.value / 100 * viewportHeight
        case .vmin: length.value / 100 * min(viewportWidth, viewportHeight)
        case .vmax: length.value / 100 * max(viewportWidth, viewportHeight)
        }
    }

    private func reference(_ axis: Axis) -> Double {
        switch axis {
        case .x: viewportWidth
        case .y: viewportHeight
        case .diagonal:
            ((viewportWidth * viewportWidth + viewportHeight * viewportHeight) / 2).squareRoot()
        }
    }
}

extension TextCursor {
    /// A length; nothing is consumed if there is none.
    mutating func length() -> Length? {
        let start = offset
        guard let value = number() else { return nil }
        if accept(UInt8(ascii: "%")) { return .percent(value) }
        let word = take(while: \.isLetter).asciiLowercased
        if word.isEmpty { return Length(value: value, unit: .px) }
        guard let unit = Length.Unit(rawValue: word) else {
            offset = start
            return nil
        }
        return Length(value: value, unit: unit)
    }

    /// An angle in degrees; a number without a unit is one.
    mutating func angle() -> Double? {
        let start = offset
        guard let value = number() else { return nil }
        switch take(while: \.isLetter).asciiLowercased {
        case "", "deg": return value
        case "rad": return value * 180 / .pi
        case "grad": return value * 0.9
        case "turn": return value * 360
        default:
            offset = start
            return nil
        }
    }
}
