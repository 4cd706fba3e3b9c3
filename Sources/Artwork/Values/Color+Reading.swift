import BlueHeartDrawing

/// A colour as a file names it.
enum ColorValue: Hashable, Sendable {
    case color(Color)
    case current

    func resolved(_ current: Color) -> Color {
        switch self {
        case .color(let color): color
        case .current: current
        }
    }
}

extension ColorValue {
    /// The colour of a text; nil if it is none.
    init?(_ text: String) {
        var cursor = TextCursor(text)
        cursor.skipBlanks()
        guard let value = cursor.color() else { return nil }
        cursor.skipBlanks()
        // An ICC colour after it is ignored.
        guard cursor.isAtEnd || cursor.accept(word: "icc-color(") else { return nil }
        self = value
    }
}

extension TextCursor {
    /// A colour; nil where none comes, or a damaged one.
    ///
    /// Source: W3C, CSS Color Module Level 4.
    mutating func color() -> ColorValue? {
        if accept(UInt8(ascii: "#")) { return hexColor().map(ColorValue.color) }
        let name = name().asciiLowercased
        if accept(UInt8(ascii: "(")) { return colorFunction(name).map(ColorValue.color) }
        switch name {
        case "currentcolor": return .current
        case "transparent": return .color(.clear)
        default:
            return namedColors[name].map { .color(Color(hex: $0)) }
        }
    }

    private mutating func hexColor() -> Color? {
        let digits = take(while: \.isHexDigit)
        guard let value = UInt32(digits, radix: 16) else { return nil }
        func nibble(_ shift: UInt32) -> Double { Double(value >> shift & 15) / 15 }
        func byte(_ shift: UInt32) -> Double { Double(value >> shift & 255) / 255 }
        switch digits.utf8.count {
        case 3: return Color(red: nibble(8), green: nibble(4), blue: nibble(0))
        case 4:
            return Color(red: nibble(12), green: nibble(8), blue: nibble(4), alpha: nibble(0))
        case 6: return Color(red: byte(16), green: byte(8), blue: byte(0))
        case 8: return Color(red: byte(24), green: byte(16), blue: byte(8), alpha: byte(0))
        default: return nil
        }
    }
}

extension Color {
    init(hex: UInt32) {
        self.init(
            red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
            blue: Double(hex & 255) / 255)
    }

    init(_ channels: SIMD3<Double>, alpha: Double) {
        func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
        self.init(
            red: unit(channels.x), green: unit(channels.y), blue: unit(channels.z),
            alpha: unit(alpha))
    }
}

/// A number of a colour function, with its notation.
private enum ColorPart {
    case number(Double), percent(Double), degrees(Double)

    var isPercent: Bool {
        if case .percent = self { return true }
        return false
    }

    /// The number, with `full` for 100 %.
    func value(full: Double) -> Double {
        switch self {
        case .number(let value), .degrees(let value): value
        case .percent(let value): value / 100 * full
        }
    }
}

extension TextCursor {
    private mutating func colorFunction(_ name: String) -> Color? {
        skipBlanks()
        let space = name == "color" ? self.name().asciiLowercased : ""
        var parts: [ColorPart] = []
        skipBlanks()
        while !accept(UInt8(ascii: ")")) {
            guard parts.count < 4, let part = colorPart() else { return nil }
            parts.append(part)
            skipSeparator()
            if accept(UInt8(ascii: "/")) { skipBlanks() }
        }
        guard parts.count >= 3 else { return nil }
        let alpha = parts.count > 3 ? parts[3].value(full: 1) : 1
        guard let channels = Self.channels(name, space, parts) else { return nil }
        return Color(channels, alpha: alpha)
    }

    private mutating func colorPart() -> ColorPart? {
        if accept(word: "none") { return .number(0) }
        guard let value = number() else { return nil }
        if accept(UInt8(ascii: "%")) { return .percent(value) }
        switch take(while: \.isLetter).asciiLowercased {
        case "": return .number(value)
        case "deg": return .degrees(value)
        case "rad": return .degrees(value * 180 / .pi)
        case "grad": return .degrees(value * 0.9)
        case "turn": return .degrees(value * 360)
        default: return nil
        }
    }

    private static func channels(
        _ name: String, _ space: String, _ parts: [ColorPart]
    ) -> SIMD3<Double>? {
        func triple(_ first: Double, _ second: Double, _ third: Double) -> SIMD3<Double> {
            SIMD3(
                parts[0].value(full: first), parts[1].value(full: second),
                parts[2].value(full: third))
        }
        switch name {
        case "rgb", "rgba":
            let percents = parts.prefix(3).filter(\.isPercent).count
            return percents == 0 || percents == 3 ? triple(255, 255, 255) / 255 : nil
        case "hsl", "hsla":
            let value = triple(360, 100, 100)
            return ColorSpaces.hsl(
                hue: value.x, saturation: min(max(value.y / 100, 0), 1),
                lightness: min(max(value.z / 100, 0), 1))
        case "hwb":
            let value = triple(360, 100, 100)
            return ColorSpaces.hwb(
                hue: value.x, whiteness: value.y / 100, blackness: value.z / 100)
        case "lab": return ColorSpaces.lab(triple(100, 125, 125))
        case "lch": return ColorSpaces.lab(ColorSpaces.rectangular(triple(100, 150, 360)))
        case "oklab": return ColorSpaces.oklab(triple(1, 0.4, 0.4))
        case "oklch": return ColorSpaces.oklab(ColorSpaces.rectangular(triple(1, 0.4, 360)))
        case "color": return ColorSpaces.named(space, triple(1, 1, 1))
        default: return nil
        }
    }
}

extension UInt8 {
    var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lowercase)
    }
}
