import BlueHeartDrawing
import BlueHeartGeometry

/// A filter function of CSS, as `blur(2px)`.
///
/// Source: W3C, Filter Effects Module Level 1, section 6.
struct FilterFunction {
    private let name: String
    /// Amount, angle in degrees or standard deviation.
    private var amount = 1.0
    private var shadow: (color: Color, offset: Point)?

    /// nil where the function or one of its arguments is not known.
    init?(_ name: String, _ arguments: [String], _ style: Style) {
        self.name = name
        switch name {
        case "blur":
            amount = 0
            if let text = arguments.first {
                guard let sigma = Self.length(text, style), sigma >= 0 else { return nil }
                amount = sigma
            }
        case "drop-shadow": guard takeShadow(arguments, style) else { return nil }
        case "hue-rotate":
            amount = 0
            if let text = arguments.first {
                var cursor = TextCursor(text)
                guard let angle = cursor.angle(), cursor.isAtEnd else { return nil }
                // Only 0 may stand without a unit.
                guard angle == 0 || !(text.utf8.last?.isDigit ?? true) else { return nil }
                amount = angle
            }
        case "brightness", "contrast", "grayscale", "invert", "opacity", "saturate", "sepia":
            if let text = arguments.first {
                guard let length = Length(text), length.value >= 0,
                    [.px, .percent].contains(length.unit),
                    length.unit == .percent || !text.asciiLowercased.hasSuffix("px")
                else { return nil }
                amount = length.unit == .percent ? length.value / 100 : length.value
            }
        default: return nil
        }
        guard arguments.count <= (name == "drop-shadow" ? 4 : 1) else { return nil }
    }

    private static func length(_ text: String, _ style: Style) -> Double? {
        guard let length = Length(text), length.unit != .percent else { return nil }
        return LengthContext(em: style.fontSize, viewportWidth: 0, viewportHeight: 0)
            .resolve(length, .x)
    }

    private mutating func takeShadow(_ arguments: [String], _ style: Style) -> Bool {
        var color = style.color
        var lengths: [Double] = []
        for text in arguments {
            if let length = Self.length(text, style) {
                lengths.append(length)
            } else if let found = ColorValue(text) {
                color = found.resolved(style.color)
            } else {
                return false
            }
        }
        guard (2...3).contains(lengths.count) else { return false }
        amount = lengths.count > 2 ? lengths[2] : 0
        shadow = (color, Point(x: lengths[0], y: lengths[1]))
        return amount >= 0
    }

    /// The step, and how far it reaches in px.
    func operation(scale: Point, map: Transform) -> (FilterOperation, reach: Double) {
        let (x, y) = (amount * scale.x, amount * scale.y)
        switch name {
        case "blur": return (.blur(x: x, y: y), 3.5 * max(x, y) + 2)
        case "drop-shadow":
            guard let shadow else { return (.merge, 0) }
            let offset = map.turned(shadow.offset)
            return (
                .dropShadow(color: shadow.color, offset: offset, x: x, y: y),
                3.5 * max(x, y) + offset.length + 2
            )
        case "hue-rotate": return (.colorMatrix(ColorMatrix.hueRotation(amount)), 0)
        case "saturate": return (.colorMatrix(ColorMatrix.saturation(amount)), 0)
        case "grayscale":
            return (.colorMatrix(ColorMatrix.saturation(1 - min(amount, 1))), 0)
        case "sepia": return (.colorMatrix(ColorMatrix.sepia(min(amount, 1))), 0)
        case "brightness": return (linear(slope: amount, intercept: 0), 0)
        case "contrast": return (linear(slope: amount, intercept: 0.5 - 0.5 * amount), 0)
        case "invert":
            let held = min(amount, 1)
            return (linear(slope: 1 - 2 * held, intercept: held), 0)
        default:
            return (.transfer([plain, plain, plain, table { $0 * min(amount, 1) }]), 0)
        }
    }

    private var plain: [UInt8] { (0...255).map { UInt8($0) } }

    private func linear(slope: Double, intercept: Double) -> FilterOperation {
        let color = table { slope * $0 + intercept }
        return .transfer([color, color, color, plain])
    }

    private func table(_ curve: (Double) -> Double) -> [UInt8] { transferTable(curve) }
}

/// The output codes of a curve over 0 to 1.
func transferTable(_ curve: (Double) -> Double) -> [UInt8] {
    (0...255).map { code in
        let value = curve(Double(code) / 255)
        return UInt8((value > 0 ? min(value, 1) : 0) * 255 + 0.5)
    }
}

extension Transform {
    /// A vector after the map, without its shift.
    func turned(_ vector: Point) -> Point {
        Point(x: a * vector.x + c * vector.y, y: b * vector.x + d * vector.y)
    }
}
