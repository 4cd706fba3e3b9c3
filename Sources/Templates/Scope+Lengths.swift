import Diagnostics
import Geometry
import JSON
import Languages
import Scenes

/// What a length may be written as, where it stands.
struct LengthUse: Sendable {
    enum Percentage: Sendable { case allowed, refused }

    var percentage: Percentage
    /// The side whose safe inset `safe` means; nil where `safe` means nothing.
    var side: Side?
    /// In px of the reference; the hundredths of a percentage have the same bounds.
    var range: ClosedRange<Double>

    enum Side: Sendable { case top, right, bottom, left }

    /// A side of a box: never below 0.
    static let size = LengthUse(percentage: .allowed, side: nil, range: 0...1e6)
    /// A place in a box.
    static let place = LengthUse(percentage: .allowed, side: nil, range: -1e6...1e6)
    /// Px only, never below 0.
    static let px = LengthUse(percentage: .refused, side: nil, range: 0...1e6)
    /// Px only, either way.
    static let shift = LengthUse(percentage: .refused, side: nil, range: -1e6...1e6)
    /// The standard deviation of a blur.
    static let blur = LengthUse(percentage: .refused, side: nil, range: 0...256)
}

extension Scope {
    /// A length in px of the card or as a fraction of the parent.
    func length(
        _ node: JSONNode, at path: JSONPath, _ use: LengthUse
    ) throws(CardError) -> Length {
        switch node.value {
        case .number:
            let number = try node.number(at: path, in: use.range, unit: "px")
            return .px(try scaled(number, use, of: node, at: path))
        case .string(let text): return try length(text, use, of: node, at: path)
        default: throw node.wrongType(expected: expectation(use), at: path)
        }
    }

    /// A length in px of the card.
    func px(_ node: JSONNode, at path: JSONPath, _ use: LengthUse = .px) throws(CardError) -> Double
    {
        switch try length(node, at: path, use) {
        case .px(let px): return px
        case .fraction:
            preconditionFailure("a percentage was read where none is allowed")
        }
    }

    private func length(
        _ text: String, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Length {
        if isName(text), let spacing = kit.spacing[text] {
            return .px(try scaled(spacing, use, of: node, at: path))
        }
        if isSameName(text, "safe") || text.hasASCIIPrefix("safe+") {
            return .px(try safe(text, use, of: node, at: path))
        }
        guard let (number, unit) = numberAndUnit(text) else {
            throw badLength(text, use, of: node, at: path)
        }
        if isSameName(String(unit), "%") {
            guard use.percentage == .allowed else {
                throw fault(
                    "percentage-not-allowed", "expected a length in px here, found \(quoted(text))",
                    of: node, at: path, hint: "write px of the reference size, or vw, vh, vmin")
            }
            try check(number, use, of: node, at: path)
            return .fraction(number / 100)
        }
        guard let whole = viewLength(unit) else { throw badLength(text, use, of: node, at: path) }
        try check(number, use, of: node, at: path)
        return .px(try limited(number / 100 * whole, use, of: node, at: path))
    }

    private func viewLength(_ unit: Substring) -> Double? {
        switch String(unit) {
        case "vw": canvas.width
        case "vh": canvas.height
        case "vmin": min(canvas.width, canvas.height)
        case "vmax": max(canvas.width, canvas.height)
        default: nil
        }
    }

    private func safe(
        _ text: String, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Double {
        guard let side = use.side else {
            throw fault(
                "safe-not-allowed", "\"safe\" stands for a padding or a distance from a side only",
                of: node, at: path, hint: "put it into padding, top, end, bottom or start")
        }
        let more = String(text.dropFirst("safe+".count))
        let extra: Double
        if isSameName(text, "safe") {
            extra = 0
        } else if isName(more), let spacing = kit.spacing[more] {
            extra = spacing
        } else if let number = plainNumber(more), use.range.contains(number) {
            extra = number
        } else {
            throw badLength(text, use, of: node, at: path)
        }
        return canvas.safe[side] + extra * canvas.scale
    }

    private func check(
        _ number: Double, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) {
        guard use.range.contains(number) else { throw outOfRange(number, use, of: node, at: path) }
    }

    private func scaled(
        _ number: Double, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Double {
        try check(number, use, of: node, at: path)
        return try limited(number * canvas.scale, use, of: node, at: path)
    }

    /// Refuses what a large card makes too long, blurs above all.
    private func limited(
        _ px: Double, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Double {
        let limit = use.range.upperBound == 256 ? 256 : 1e7
        guard abs(px) <= limit else {
            throw fault(
                "out-of-range",
                "expected at most \(shortNumber(limit)) px on the card, found "
                    + "\(shortNumber(px.rounded()))", of: node, at: path,
                hint: "write a smaller one")
        }
        return px
    }

    private func outOfRange(
        _ number: Double, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) -> CardError {
        let bounds = "\(shortNumber(use.range.lowerBound)) to \(shortNumber(use.range.upperBound))"
        return fault(
            "out-of-range", "expected a length from \(bounds), found \(shortNumber(number))",
            of: node, at: path)
    }

    private func badLength(
        _ text: String, _ use: LengthUse, of node: JSONNode, at path: JSONPath
    ) -> CardError {
        let names = kit.spacing.keys.sorted()
        let cure: String
        if let (number, unit) = numberAndUnit(text), unit.isEmpty || isSameName(String(unit), "px")
        {
            cure = "write \(shortNumber(number)) without quotes and unit"
        } else if let near = nearestName(to: text, in: names + (use.side == nil ? [] : ["safe"])) {
            cure = "did you mean \(quoted(near))?"
        } else {
            cure = "write " + expectation(use)
        }
        return fault(
            "bad-length", "expected a length, found \(quoted(text))", of: node, at: path, hint: cure
        )
    }

    private func expectation(_ use: LengthUse) -> String {
        var forms = ["a number of px"]
        if use.percentage == .allowed { forms.append("\"50%\"") }
        forms.append("\"3vw\"")
        if use.side != nil { forms.append("\"safe\"") }
        return forms.joined(separator: ", ") + " or a name of the kit's spacing"
    }
}

/// `12.5vw` as 12.5 and `vw`; nil where there is no number in front.
private func numberAndUnit(_ text: String) -> (Double, Substring)? {
    guard text.utf8.count <= 40 else { return nil }
    let end = text.utf8.firstIndex { !((48...57).contains($0) || $0 == 0x2E || $0 == 0x2D) }
    let digits = text[..<(end ?? text.utf8.endIndex)]
    guard let number = plainNumber(String(digits)) else { return nil }
    return (number, text[digits.endIndex...])
}

extension Insets {
    subscript(side: LengthUse.Side) -> Double {
        switch side {
        case .top: top
        case .right: right
        case .bottom: bottom
        case .left: left
        }
    }
}
