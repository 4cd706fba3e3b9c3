import BlueHeartGeometry

extension TextCursor {
    /// A list of transform functions; nil if any of it is invalid.
    ///
    /// Source: W3C, CSS Transforms Module Level 1, section 8.
    mutating func transform() -> Transform? {
        var result = Transform.identity
        skipBlanks()
        if accept(word: "none") {
            skipBlanks()
            return isAtEnd ? result : nil
        }
        while !isAtEnd {
            guard let next = transformFunction() else { return nil }
            // The last function is the first that a point goes through.
            result = next.then(result)
            skipSeparator()
        }
        return result
    }

    private mutating func transformFunction() -> Transform? {
        let name = take(while: { $0.isLetter || $0.isDigit }).asciiLowercased
        skipBlanks()
        guard accept(UInt8(ascii: "(")) else { return nil }
        var values: [Double] = []
        skipBlanks()
        while !accept(UInt8(ascii: ")")) {
            guard let value = transformValue() else { return nil }
            values.append(value)
            skipSeparator()
        }
        return Transform(function: name, values)
    }

    /// A number, a length in absolute units or an angle in degrees.
    private mutating func transformValue() -> Double? {
        let start = offset
        if let length = length() {
            guard length.unit != .percent else { return nil }
            return LengthContext(em: 16, viewportWidth: 0, viewportHeight: 0).resolve(length, .x)
        }
        offset = start
        return angle()
    }
}

extension Transform {
    fileprivate init?(function: String, _ values: [Double]) {
        switch (function, values.count) {
        case ("matrix", 6):
            self.init(
                a: values[0], b: values[1], c: values[2], d: values[3], tx: values[4],
                ty: values[5])
        case ("translate", 1), ("translatex", 1):
            self = .translation(Point(x: values[0], y: 0))
        case ("translate", 2): self = .translation(Point(x: values[0], y: values[1]))
        case ("translatey", 1): self = .translation(Point(x: 0, y: values[0]))
        case ("scale", 1): self = .scale(x: values[0], y: values[0])
        case ("scale", 2): self = .scale(x: values[0], y: values[1])
        case ("scalex", 1): self = .scale(x: values[0], y: 1)
        case ("scaley", 1): self = .scale(x: 1, y: values[0])
        case ("rotate", 1): self = .rotation(Angle(degrees: values[0]))
        case ("rotate", 3):
            self = Transform.rotation(Angle(degrees: values[0]))
                .around(Point(x: values[1], y: values[2]))
        case ("skewx", 1), ("skew", 1):
            self.init(a: 1, b: 0, c: tangent(values[0]), d: 1, tx: 0, ty: 0)
        case ("skewy", 1): self.init(a: 1, b: tangent(values[0]), c: 0, d: 1, tx: 0, ty: 0)
        case ("skew", 2):
            self.init(a: 1, b: tangent(values[1]), c: tangent(values[0]), d: 1, tx: 0, ty: 0)
        default: return nil
        }
    }

    /// True if the map keeps an area and all its numbers are finite.
    var isUsable: Bool {
        [a, b, c, d, tx, ty].allSatisfy { $0.isFinite && abs($0) < 1e12 } && inverse != nil
    }
}

private func tangent(_ degrees: Double) -> Double {
    let angle = Angle(degrees: degrees)
    return angle.sine / angle.cosine
}
